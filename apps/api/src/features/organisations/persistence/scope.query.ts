import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';

/**
 * The one place that limits rows to what a person may see: organisations below any of the path prefixes that a
 * permission reaches to; with none, nothing.
 * @param alias the organisation table's alias in the query
 */
export function restrictToScope<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  alias: string,
  prefixes: readonly string[],
): SelectQueryBuilder<T> {
  const { sql, params } = belowPaths(`${alias}.path`, prefixes, (place) => `:scope${place}`);
  const named = Object.fromEntries(params.map((value, place) => [`scope${place}`, value]));
  return query.andWhere(new Brackets((where) => where.where(sql, named)));
}

/** A piece of a WHERE clause with its parameters in order. */
export interface SqlCondition {
  readonly sql: string;
  readonly params: readonly string[];
}

/**
 * The same limit for a query in SQL.
 * @param column the organisation's path, for example `organisation.path`
 * @param placeholder how the query writes its parameter of this place; `?` where not said
 */
export const belowPaths = (
  column: string,
  prefixes: readonly string[],
  placeholder: (place: number) => string = () => '?',
): SqlCondition =>
  prefixes.length === 0
    ? { sql: '1 = 0', params: [] }
    : {
        sql: `(${prefixes.map((_, place) => `${column} like ${placeholder(place)}`).join(' or ')})`,
        params: prefixes.map((prefix) => `${prefix}%`),
      };
