import { v7 } from 'uuid';

/** A new UUID v7: unique without asking the database, and in order of creation, which keeps primary keys compact. */
export const newId = (): string => v7();
