import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { namesOf } from '../../../platform/database/names-of.js';

const ACCOUNTS = { table: 'user_account', key: 'username', name: 'display_name' };

/** What to call whoever has this username; null for nobody. */
export interface NameOf {
  (username: string): string;
  (username: string | null): string | null;
}

/** Fields of a row that hold a username, or null for nobody. */
type UsernameField<Row> = { [F in keyof Row & string]: Row[F] extends string | null ? F : never }[keyof Row & string];

/** A row with the name of a person beside each username: `grantedBy` has its `grantedByName`. */
export type Named<Row, Field extends keyof Row & string> = Row & {
  [F in Field as `${F}Name`]: Row[F] extends string ? string : string | null;
};

/**
 * What people are called, for views that say who did something. Rows keep usernames, which never change; a name is looked
 * up when it is shown. A username that nobody has (any more), and what the program itself does, stands for itself.
 */
@Injectable()
export class PeopleNames {
  /** By one statement for all of them; by none where there is nobody to name. */
  async of(manager: EntityManager, usernames: Iterable<string | null>): Promise<NameOf> {
    const asked = [...new Set(usernames)].filter((username) => username !== null);
    return nameIn(await namesOf(manager, ACCOUNTS, asked));
  }

  /** The rows of an answer with a name beside each of these usernames, by one statement for all of them. */
  async beside<Row extends object, Field extends UsernameField<Row>>(
    manager: EntityManager,
    rows: readonly Row[],
    ...fields: readonly Field[]
  ): Promise<Named<Row, Field>[]> {
    const usernames = rows.flatMap((row) => fields.map((field) => row[field] as string | null));
    const nameOf = await this.of(manager, usernames);
    return rows.map((row) => withNames(row, fields, nameOf));
  }
}

export const nameIn = (names: ReadonlyMap<string, string>): NameOf =>
  ((username: string | null) => (username === null ? null : (names.get(username) ?? username))) as NameOf;

export const withNames = <Row extends object, Field extends UsernameField<Row>>(
  row: Row,
  fields: readonly Field[],
  nameOf: NameOf,
): Named<Row, Field> => {
  const names = fields.map((field) => [`${field}Name`, nameOf(row[field] as string | null)]);
  return { ...row, ...Object.fromEntries(names) } as Named<Row, Field>;
};
