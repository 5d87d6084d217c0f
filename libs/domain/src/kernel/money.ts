import { exact, ratio, roundHalfAway } from './exact.js';
import { err, ok, type Result } from './result.js';
import { excerpt, halfWidth, isBlankCell } from './text.js';

/** Money in integer 分. */
export type Fen = number;

/** Largest amount that is accepted, in 分 (90 万亿元): below 2^53, so that it is an exact JavaScript number. */
export const MAX_FEN = 9_000_000_000_000_000;

const FEN_PER_UNIT: Readonly<Record<string, bigint>> = {
  亿元: 10_000_000_000n,
  万元: 1_000_000n,
  千元: 100_000n,
  元: 100n,
};
const UNIT_NAMES: Readonly<Record<string, string>> = { 亿: '亿元', 万: '万元', 万圆: '万元', 圆: '元', 块: '元' };
const DEFAULT_UNIT = { wan: '万元', yuan: '元' } as const;

const AMOUNT =
  /^(?:人民币)?[¥]?([+\-−]?)[¥]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\(?(亿元|亿|万元|万圆|万|千元|元|圆|块)?(?:整)?\)?$/;
const ACCOUNTING_NEGATIVE = /^\([\d,.]+\)(?:亿|万|千)?元?$/;

/**
 * Reads an amount as documents print it (§3): 万元 with 0–6 decimals or 元, thousands commas, an optional unit suffix,
 * full-width characters. Without suffix `defaultUnit` counts. Blank and dashes are null (missing is not zero).
 * Refused with a code: `amount-negative`, `amount-too-large`, `amount-too-precise` (finer than one 分),
 * `amount-unreadable` (also `1e20`).
 */
export function parseAmount(text: string, defaultUnit: 'wan' | 'yuan'): Result<Fen | null> {
  if (isBlankCell(text)) return ok(null);
  const compact = halfWidth(text).replace(/\s/g, '');
  const params = { text: excerpt(compact) };
  if (ACCOUNTING_NEGATIVE.test(compact)) return err({ code: 'amount-negative', params });
  const match = AMOUNT.exec(compact);
  if (!match) return err({ code: 'amount-unreadable', params });
  const [, sign, whole = '', decimals = '', printedUnit] = match;
  const unit = printedUnit ? (UNIT_NAMES[printedUnit] ?? printedUnit) : DEFAULT_UNIT[defaultUnit];
  const fen = exact(`${whole.replaceAll(',', '')}.${decimals}`).mul(FEN_PER_UNIT[unit] ?? 100n);
  if (sign && sign !== '+' && fen.n > 0n) return err({ code: 'amount-negative', params });
  if (fen.d !== 1n) return err({ code: 'amount-too-precise', params });
  if (fen.n > BigInt(MAX_FEN)) return err({ code: 'amount-too-large', params });
  return ok(Number(fen.n));
}

/** 万元 with thousands commas and 2 places, rounded half away from zero, for reading: 123450000 分 → `123.45`. */
export function wanFromFen(fen: Fen): string {
  const hundredths = roundHalfAway(ratio(fen, 10_000), 0);
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${hundredths < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
