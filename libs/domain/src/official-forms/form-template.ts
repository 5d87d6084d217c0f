import type { FormKind } from './form-data.js';

/** How a cell looks. Sizes are points; the name of the font is the one that Word and Excel know it by. */
export interface CellStyle {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'middle';
  readonly borders: Readonly<Record<'top' | 'right' | 'bottom' | 'left', boolean>>;
  /** As Excel writes it; null takes what the field is printed in. */
  readonly numberFormat: string | null;
}

/** A cell of a template; what it covers besides its own place has no cell. */
export interface TemplateCell {
  /** From 0. */
  readonly column: number;
  readonly columns: number;
  /** A span over a row that repeats grows with it, one over rows that are left out shrinks. */
  readonly rows: number;
  /**
   * Words with placeholders: `{{项目名称}}`, `{{资金.年度资金总额.年初预算数}}`, `{{指标.三级指标}}`. A row with one of `指标.` is
   * printed for each indicator; `{{指标.一级指标|合并}}` merges equal neighbours. `{{#有预算调整}}` prints the row only where there
   * is such a thing, `{{^有预算调整}}` only where there is none.
   */
  readonly text: string;
  readonly style: CellStyle;
}

export interface TemplateRow {
  /** Points; null where the text decides. It is a least height: no text is ever cut. */
  readonly height: number | null;
  /** From left to right. */
  readonly cells: readonly TemplateCell[];
}

/** The paper: A4. Margins are millimetres. */
export interface FormPage {
  readonly orientation: 'landscape' | 'portrait';
  readonly margins: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
}

/** An official form as data, which an authority can replace by its own. */
export interface FormTemplate {
  readonly form: FormKind;
  readonly page: FormPage;
  /** Widths of the columns in characters, as Excel counts them. */
  readonly columns: readonly number[];
  readonly rows: readonly TemplateRow[];
  /** Rows (from 0) that are printed again at the top of each page; null for none. */
  readonly repeatedRows: { readonly first: number; readonly count: number } | null;
}
