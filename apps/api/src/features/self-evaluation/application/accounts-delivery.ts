import type { GivenAccount, Problem } from '@jixiao/domain';
import type { FinalAccountsInput } from '../http/final-accounts.dto.js';

/** One row of a delivery: what a project has spent, named by its code, else by its name. */
export interface AccountRow extends GivenAccount {
  /** Where it stands, for a person and for a program: `rows.3`, `Sheet1!12`. */
  readonly at: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly note: string | null;
}

/** Final accounts of a year as a program or a file brings them. */
export interface AccountsDelivery {
  readonly year: number;
  readonly sourceName: string | null;
  readonly rows: readonly AccountRow[];
  /** Rows of a file that could not be read. */
  readonly faults: readonly { readonly at: string; readonly problem: Problem }[];
  readonly ignoredColumns: readonly string[];
}

export const accountsDelivery = (year: number, { source, rows }: FinalAccountsInput): AccountsDelivery => ({
  year,
  sourceName: source || null,
  rows: rows.map((row, index) => ({
    at: `rows.${index}`,
    code: row.code ?? null,
    name: row.name ?? null,
    expenditureFen: row.expenditureFen ?? null,
    fiscalFen: row.fiscalFen ?? null,
    carriedFen: row.carriedFen ?? null,
    otherFen: row.otherFen ?? null,
    note: row.note || null,
  })),
  faults: [],
  ignoredColumns: [],
});
