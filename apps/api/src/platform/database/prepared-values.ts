const beside = new WeakSet<readonly unknown[]>();

/**
 * Values that MySQL is to get beside a prepared statement and not written into its text: escaping long texts costs the
 * program many times what storing them costs the server. The server keeps every such statement for a while, so let there
 * be few different ones. Without effect on SQLite, which always does so.
 */
export function besideStatement(values: unknown[]): unknown[] {
  beside.add(values);
  return values;
}

export const isBesideStatement = (values: unknown): values is unknown[] => Array.isArray(values) && beside.has(values);
