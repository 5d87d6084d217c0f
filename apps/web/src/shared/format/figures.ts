import { wanFromFen } from '@jixiao/domain';

/** What stands where there is no figure: not reported is not zero (R28). */
export const EMPTY = '—';
/** U+2212: as wide as a plus, unlike the hyphen. */
const MINUS = '−';

const hundredths = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

const withTrueMinus = (text: string): string => text.replace('-', MINUS);

/** Money for reading: 分 as 万元 with 2 decimals and thousands commas, without the unit. */
export const formatWan = (fen: number | null | undefined): string =>
  fen === null || fen === undefined ? EMPTY : withTrueMinus(wanFromFen(fen));

const FEN_PER_WAN = 1_000_000;
const FEN_PER_HUNDREDTH_WAN = 10_000;

/** 分 as editable text in 万元, in full: 2 decimals where that is exact, else as many as there are. */
export function amountText(fen: number | null): string {
  if (fen === null) return '';
  return fen % FEN_PER_HUNDREDTH_WAN === 0 ? wanFromFen(fen).replaceAll(',', '') : String(fen / FEN_PER_WAN);
}

const UNGROUPED = /^-?\d{4,}(?:\.\d+)?$/;

/** A figure as it was typed, with thousands commas for reading; any other text, and one that has them, as it stands. */
export function groupedText(text: string): string {
  if (!UNGROUPED.test(text)) return text;
  const [whole = '', decimals] = text.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A difference of money with its sign: `+12.00`, `−3.50`, `0.00`. */
export function formatWanGap(fen: number | null | undefined): string {
  if (fen === null || fen === undefined) return EMPTY;
  return fen > 0 ? `+${formatWan(fen)}` : formatWan(fen);
}

/** Percent with 2 decimals, without the sign %: the unit stands in the header. */
export const formatRate = (rate: number | null | undefined): string =>
  rate === null || rate === undefined ? EMPTY : withTrueMinus(hundredths.format(rate));

/** Percentage points with sign: `−12.15`, `+3.00`, `0.00`. */
export function formatGap(points: number | null | undefined): string {
  if (points === null || points === undefined) return EMPTY;
  const text = formatRate(points);
  return points > 0 ? `+${text}` : text;
}

/** A plain figure of an indicator, as many decimals as it has. */
export const formatNumber = (value: number | null | undefined): string =>
  value === null || value === undefined ? EMPTY : withTrueMinus(plain.format(value));

/** A change of a count with sign, `±0` where there is none. */
export function formatChange(change: number): string {
  if (change === 0) return '±0';
  return change > 0 ? `+${change}` : withTrueMinus(String(change));
}
