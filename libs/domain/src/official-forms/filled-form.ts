import type { FormKind } from './form-data.js';
import type { CellStyle, FormPage } from './form-template.js';

/** What a cell of a filled form holds. A blank cell is the text ''. */
export type FilledContent =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly numberFormat: string;
      /** As it is printed in that format. */
      readonly text: string;
      /** A formula of this form's cells (`ROUND(G8/E8,4)`) that gives the value; null where none does. */
      readonly formula: string | null;
    };

export interface FilledCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly content: FilledContent;
  readonly style: CellStyle;
}

export interface FilledRow {
  /** Points, enough for the text of each of its cells. */
  readonly height: number;
  /** What it has at least, where a program finds the height of the text itself. */
  readonly leastHeight: number;
  readonly cells: readonly FilledCell[];
}

/** A form ready to be written in any format: a grid of cells, as the template has it, with what the project puts in. */
export interface FilledForm {
  readonly form: FormKind;
  /** Of the project; sheets are named by it. */
  readonly name: string;
  readonly page: FormPage;
  readonly columns: readonly number[];
  readonly rows: readonly FilledRow[];
  readonly repeatedRows: { readonly first: number; readonly count: number } | null;
}
