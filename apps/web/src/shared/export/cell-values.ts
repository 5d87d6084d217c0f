import type { ColumnKind, ExportCell } from './table.js';

const FEN_PER_WAN = 1_000_000;
const pad = (value: number): string => String(value).padStart(2, '0');

/** An ISO day as it stands; an ISO instant as `2026-09-30 17:05` in the reader's time zone; other text unchanged. */
export function dayText(iso: string): string {
  if (!iso.includes('T')) return iso;
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${day} ${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}))?$/;

/** A day or instant as what a spreadsheet calculates with: the wall clock, without a zone. Null where it is none. */
export function sheetDate(iso: string): Date | null {
  const [, year, month, day, hour = '0', minute = '0'] = DAY.exec(dayText(iso)) ?? [];
  if (year === undefined) return null;
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)));
}

/** 分 in 万元, not rounded: sums of the exported cells agree with the exported sum. */
const wan = (fen: number): number => fen / FEN_PER_WAN;

/** A cell of CSV, where everything that is no number is text. */
export function csvCell(kind: ColumnKind, cell: ExportCell): ExportCell {
  if (typeof cell === 'number') return kind === 'wan' ? wan(cell) : cell;
  return kind === 'date' && cell !== null ? dayText(cell) : cell;
}

/** A cell of a workbook: numbers as numbers, days as days. */
export function sheetCell(kind: ColumnKind, cell: ExportCell): ExportCell | Date {
  if (typeof cell === 'string' && kind === 'date') return sheetDate(cell) ?? cell;
  return csvCell(kind, cell);
}
