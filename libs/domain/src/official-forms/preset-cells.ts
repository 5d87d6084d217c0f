import type { CellStyle, TemplateCell, TemplateRow } from './form-template.js';

/** Fonts of official papers: titles, table headings, text. */
export const TITLE_FONT = '方正小标宋简体';
export const HEADING_FONT = '黑体';
export const TEXT_FONT = '仿宋';

const BOXED = { top: true, right: true, bottom: true, left: true };
const OPEN = { top: false, right: false, bottom: false, left: false };

const style = (changes: Partial<CellStyle>): CellStyle => ({
  font: TEXT_FONT,
  size: 10,
  bold: false,
  align: 'center',
  vertical: 'middle',
  borders: BOXED,
  numberFormat: null,
  ...changes,
});

export const STYLES = {
  title: style({ font: TITLE_FONT, size: 20, borders: OPEN }),
  year: style({ size: 12, borders: OPEN }),
  heading: style({ font: HEADING_FONT }),
  /** Headings of columns that are two characters wide. */
  narrowHeading: style({ font: HEADING_FONT, size: 9 }),
  text: style({ align: 'left' }),
  centred: style({}),
  paragraph: style({ align: 'left', vertical: 'top' }),
  figure: style({ align: 'right' }),
  remark: style({ size: 9, align: 'left', vertical: 'top', borders: OPEN }),
  footer: style({ align: 'left', borders: OPEN }),
} as const satisfies Record<string, CellStyle>;

/** Letters of columns as a sheet shows them: `D`, `D:Q`. */
type Columns = string;

const columnAt = (letter: string): number => letter.charCodeAt(0) - 'A'.charCodeAt(0);

export function cell(columns: Columns, text: string, look: CellStyle, rows = 1): TemplateCell {
  const [first = 'A', last = first] = columns.split(':');
  return { column: columnAt(first), columns: columnAt(last) - columnAt(first) + 1, rows, text, style: look };
}

export const row = (cells: readonly TemplateCell[], height: number | null = 18): TemplateRow => ({ height, cells });

/** Below the table: who made the paper, and by what it can be checked. */
export const footerRows = (columns: readonly [Columns, Columns, Columns], all: Columns): TemplateRow[] => [
  row([
    cell(columns[0], '填报人：{{填报人}}', STYLES.footer),
    cell(columns[1], '审核人：{{审核人}}', STYLES.footer),
    cell(columns[2], '填报日期：{{填报日期}}', STYLES.footer),
  ]),
  row([
    cell(columns[0], '{{#核验码}}项目编码：{{项目编码}}', STYLES.footer),
    cell(`${columns[1].split(':')[0]}:${all.split(':')[1]}`, '核验码：{{核验码}}', STYLES.footer),
  ]),
  row([cell(all, '{{^核验码}}{{#项目编码}}项目编码：{{项目编码}}', STYLES.footer)]),
];
