import { readIsoDay } from '../kernel/calendar-date.js';
import { exact, roundHalfAway } from '../kernel/exact.js';
import { type Fen, parseAmount } from '../kernel/money.js';
import { excerpt, halfWidth, isBlankCell } from '../kernel/text.js';
import type { Cell } from '../targets/recognition/document-types.js';
import type { FormProblem, FormProblemCode } from './recognised-form.js';

/** A value that a cell held, or what is wrong with it. */
export type ReadCell<T> = { readonly value: T } | { readonly problem: FormProblem };

const refused = (code: FormProblemCode, { text, at }: Cell): { readonly problem: FormProblem } => ({
  problem: { code, at, params: { text: excerpt(text) } },
});

/** 万元. */
export function readAmountCell(cell: Cell): ReadCell<Fen | null> {
  const read = parseAmount(cell.text, 'wan');
  return read.ok ? { value: read.value } : refused('form-amount-unreadable', cell);
}

const POINTS = /^\d{1,4}(?:\.\d{1,10})?$/;

/** Points with 2 places; `分` may stand behind them. */
export function readPointsCell(cell: Cell): ReadCell<number | null> {
  if (isBlankCell(cell.text)) return { value: null };
  const text = halfWidth(cell.text).replace(/[\s分]/g, '');
  return POINTS.test(text) ? { value: roundHalfAway(exact(text), 2) } : refused('form-points-unreadable', cell);
}

const MARKS = new Set(['√', '✓', '✔', '☑', '■', '●', 'V', 'v', '是', '1', 'Y', 'y']);

/** A ticked cell. */
export function readMarkCell(cell: Cell): ReadCell<boolean> {
  const text = halfWidth(cell.text).replace(/\s/g, '');
  if (isBlankCell(text) || text === '□' || text === '否' || text === '0') return { value: false };
  return MARKS.has(text) ? { value: true } : refused('form-mark-unreadable', cell);
}

/** Text as it stands; null for a blank and for the dashes that stand for one. */
export const readTextCell = ({ text }: Cell): string | null => (isBlankCell(text) ? null : text.trim());

const CHINESE_DAY = /(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?/;

/** The ISO day in a text, or null. */
export function dayIn(text: string): string | null {
  const [, year = '', month = '', day = ''] = CHINESE_DAY.exec(halfWidth(text)) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return readIsoDay(iso) ? iso : null;
}
