/** A value as it would be read back from a database: without undefined fields and classes. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
