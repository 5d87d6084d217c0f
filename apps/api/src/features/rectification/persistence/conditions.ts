import { belowPaths } from '../../organisations/index.js';

/** Parts of a WHERE clause that all have to hold, with their parameters in order. */
export class Conditions {
  private readonly parts: string[] = [];
  readonly params: (string | number)[] = [];

  add(sql: string, ...params: readonly (string | number)[]): this {
    this.parts.push(sql);
    this.params.push(...params);
    return this;
  }

  /** Does nothing where there is no value. */
  equal(column: string, value: string | number | undefined): this {
    return value === undefined ? this : this.add(`${column} = ?`, value);
  }

  among(column: string, values: readonly string[]): this {
    return values.length === 0
      ? this.add('1 = 0')
      : this.add(`${column} in (${values.map(() => '?').join(', ')})`, ...values);
  }

  /** @param column path of an organisation */
  below(column: string, prefixes: readonly string[]): this {
    const { sql, params } = belowPaths(column, prefixes);
    return this.add(sql, ...params);
  }

  /** Rows that have the words in any of these columns, whatever their case. */
  found(words: string | undefined, ...columns: readonly string[]): this {
    const wanted = words?.trim().toLowerCase();
    if (!wanted) return this;
    const pattern = `%${wanted.replace(/[!%_]/g, '!$&')}%`;
    const sql = columns.map((column) => `lower(${column}) like ? escape '!'`).join(' or ');
    return this.add(`(${sql})`, ...columns.map(() => pattern));
  }

  get sql(): string {
    return this.parts.length === 0 ? '1 = 1' : this.parts.join(' and ');
  }
}
