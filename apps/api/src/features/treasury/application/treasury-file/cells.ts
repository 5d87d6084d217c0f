import { err, excerpt, halfWidth, isoDay, ok, parseAmount, type Result } from '@jixiao/domain';
import type { AmountUnit } from './header.js';

const NEGATIVE = /^[(]?[-−](.+?)[)]?$|^[(](.+)[)](元|万元)?$/;

/**
 * An amount with its sign: `-500`, `−1,200.00` and the accountant's `(500.00)` are refunds. Blank is null.
 * @returns `amount-unit-missing` where neither column nor cell states a unit, and what `parseAmount` refuses
 */
export function readAmount(text: string, unit: AmountUnit | null): Result<number | null> {
  const shown = halfWidth(text);
  const negative = NEGATIVE.exec(shown);
  const magnitude = negative === null ? shown : `${negative[1] ?? negative[2] ?? ''}${negative[3] ?? ''}`;
  if (unit === null && /\d\s*$/.test(magnitude)) {
    return err({ code: 'amount-unit-missing', params: { text: excerpt(shown) } });
  }
  const amount = parseAmount(magnitude, unit ?? 'yuan');
  if (!amount.ok || amount.value === null || negative === null) return amount;
  return ok(-amount.value || 0);
}

/** Year (null where the cell names none) and month of a cell. */
export interface YearMonth {
  readonly year: number | null;
  readonly month: number;
}

const FORMS: readonly { readonly form: RegExp; readonly parts: 'ymd' | 'ym' | 'm' }[] = [
  { form: /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s.*)?$/, parts: 'ymd' },
  { form: /^(\d{4})(\d{2})(\d{2})$/, parts: 'ymd' },
  { form: /^(\d{4})[-/.年](\d{1,2})月?$/, parts: 'ym' },
  { form: /^(\d{4})(\d{2})$/, parts: 'ym' },
  { form: /^(?:1月?[-~至到—])?(\d{1,2})月?(?:份|底)?$/, parts: 'm' },
];
/** 1982 to 2064 as Excel counts days; a cell that lost its date format holds such a number. */
const SERIAL = /^([3-5]\d{4})(?:\.\d+)?$/;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** Reads `6`, `6月`, `1-6月`, `202306`, `2023年6月`, `2023-06-15` and an Excel serial; null where it is none of them. */
export function readMonth(text: string): YearMonth | null {
  const shown = halfWidth(text);
  const serial = SERIAL.exec(shown);
  if (serial !== null) {
    const day = new Date(SERIAL_EPOCH + Number(serial[1]) * DAY_MS);
    return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1 };
  }
  for (const { form, parts } of FORMS) {
    const match = form.exec(shown);
    if (match === null) continue;
    const [first = 0, second = 0, third = 1] = match.slice(1).map(Number);
    if (parts === 'm') return first >= 1 && first <= 12 ? { year: null, month: first } : null;
    return isoDay(first, second, parts === 'ymd' ? third : 1) === null ? null : { year: first, month: second };
  }
  return null;
}
