import { isIsoDate } from '../kernel/calendar-date.js';
import { err, ok, type Result } from '../kernel/result.js';
import { MAX_RESULT } from './check-report.js';
import type { Outcome } from './report-types.js';
import { OUTCOME_OF } from './report-words.js';

/** The answer that a cell holds; nothing of it is blank. */
export interface ResultCell {
  readonly value?: number;
  readonly outcome?: Outcome;
  readonly doneOn?: string;
  readonly notDone?: boolean;
  readonly noData?: string;
}

const NOT_DONE = new Set(['未完成', '尚未完成', 'notdone', 'notdoneyet']);
const NO_DATA = /^(?:无数据|nodata)[:(]?(.*?)\)?$/i;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d+)?%?$/i;
const CHINESE_DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const SLASHED_DAY = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;

/**
 * Reads the cell 完成值: a number (thousands commas and % allowed; below zero too, R32), 达成/部分达成/未达成 (R20), a day,
 * 未完成 (R21), or 无数据：原因 (R28). Blank or a dash is blank, never zero.
 * @returns `result-unreadable` for anything else, so that nothing is dropped in silence.
 */
export function readResultCell(text: string): Result<ResultCell> {
  const raw = text.normalize('NFKC').trim();
  const plain = raw.replace(/\s/g, '').replace(/^−/, '-');
  if (plain === '' || /^[-—–]+$/.test(plain)) return ok({});
  if (NUMBER.test(plain)) return numberOf(plain);
  const outcome = OUTCOME_OF.get(plain.toLowerCase());
  if (outcome) return ok({ outcome });
  if (NOT_DONE.has(plain.toLowerCase())) return ok({ notDone: true });
  const why = NO_DATA.exec(raw)?.[1];
  if (why !== undefined) return ok({ noData: why.trim() });
  const day = dayOf(plain);
  return day === null ? err({ code: 'result-unreadable', params: { text: raw.slice(0, 100) } }) : ok({ doneOn: day });
}

/** True for a result that is printed in percent. What it may answer depends on the indicator's unit. */
export function isPercentCell(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/^−/, '-');
  return plain.endsWith('%') && NUMBER.test(plain);
}

function numberOf(plain: string): Result<ResultCell> {
  const value = Number(plain.replace(/[,%]/g, ''));
  if (Math.abs(value) > MAX_RESULT) return err({ code: 'result-too-large', params: { text: plain.slice(0, 100) } });
  // Not -0, which would be stored as a figure of its own.
  return ok({ value: value === 0 ? 0 : value });
}

function dayOf(plain: string): string | null {
  const match = CHINESE_DAY.exec(plain) ?? SLASHED_DAY.exec(plain);
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : null;
}
