import { MAX_FEN, wanFromFen, type Fen } from '../kernel/money.js';
import type { Problem } from '../kernel/result.js';

/** 支出数, 其中财政资金, 其他资金, 下达数, 到位数. */
export const TREASURY_FIELDS = ['expenditureFen', 'fiscalFen', 'otherFen', 'releasedFen', 'receivedFen'] as const;
export type TreasuryField = (typeof TREASURY_FIELDS)[number];

/**
 * What the treasury (国库) has of a project from January to the end of a month, cumulative in 分: spent in all, of which
 * fiscal and other funds, funds released (下达) and received (到位). Null where it gives no such figure, which is not zero.
 */
export type TreasuryFigures = Readonly<Record<TreasuryField, Fen | null>>;

/** Figures as a delivery gives them: what is left out is not spoken of, null takes a figure back. */
export type GivenFigures = Readonly<Partial<TreasuryFigures>>;

export const NO_TREASURY_FIGURES: TreasuryFigures = {
  expenditureFen: null,
  fiscalFen: null,
  otherFen: null,
  releasedFen: null,
  receivedFen: null,
};

/** The three that speak of one and the same spending. */
const SPENDING: readonly TreasuryField[] = ['expenditureFen', 'fiscalFen', 'otherFen'];

/**
 * The stored figures with a delivery put over them: payments and releases come from different systems, so that what one
 * leaves out stays. The three figures of spending are replaced together, for a new total over an old split would contradict it.
 */
export function mergedFigures(stored: TreasuryFigures, given: GivenFigures): TreasuryFigures {
  const speaksOfSpending = SPENDING.some((field) => given[field] !== undefined);
  const kept = speaksOfSpending ? { ...stored, expenditureFen: null, fiscalFen: null, otherFen: null } : stored;
  const stated = TREASURY_FIELDS.filter((field) => given[field] !== undefined);
  return { ...kept, ...Object.fromEntries(stated.map((field) => [field, given[field] ?? null])) };
}

export const sameFigures = (a: TreasuryFigures, b: TreasuryFigures): boolean =>
  TREASURY_FIELDS.every((field) => a[field] === b[field]);

/**
 * Refuses cumulative figures that cannot be: `figure-negative`, `amount-too-large`, and `expenditure-split` where the
 * parts do not sum to the total or exceed it. Null where they stand.
 */
export function checkFigures(figures: TreasuryFigures): Problem | null {
  const values = TREASURY_FIELDS.flatMap((field) => figures[field] ?? []);
  const negative = values.find((value) => value < 0);
  if (negative !== undefined) return { code: 'figure-negative', params: { amountWan: wanFromFen(negative) } };
  const tooLarge = values.find((value) => value > MAX_FEN);
  if (tooLarge !== undefined) return { code: 'amount-too-large', params: { totalFen: tooLarge } };
  const { expenditureFen, fiscalFen, otherFen } = figures;
  if (expenditureFen === null) return null;
  const parts = (fiscalFen ?? 0) + (otherFen ?? 0);
  const contradicts = fiscalFen !== null && otherFen !== null ? parts !== expenditureFen : parts > expenditureFen;
  return contradicts ? { code: 'expenditure-split', params: { totalFen: expenditureFen, fiscalFen, otherFen } } : null;
}

/** The figures of a month beside those of another one of the same year. */
export interface MonthFigures {
  readonly month: number;
  readonly figures: TreasuryFigures;
}

/** What two months are compared by: the total, else the fiscal part. */
const spentOf = ({ expenditureFen, fiscalFen }: TreasuryFigures): Fen | null => expenditureFen ?? fiscalFen;

/**
 * What a person should look at in cumulative figures, none of which hinders taking them: less than in an earlier month
 * (refunds make that possible) or more than in a later one, more received than released, more fiscal money spent than received.
 */
export function figureWarnings(
  { month, figures }: MonthFigures,
  earlier: MonthFigures | null,
  later: MonthFigures | null,
): readonly Problem[] {
  const { releasedFen, receivedFen } = figures;
  const spent = spentOf(figures);
  return [
    ...falls('expenditure-below-earlier', month, spent, earlier, spentOf),
    ...falls('released-below-earlier', month, releasedFen, earlier, (each) => each.releasedFen),
    ...falls('received-below-earlier', month, receivedFen, earlier, (each) => each.receivedFen),
    ...rises('expenditure-above-later', month, spent, later),
    ...exceeds('received-over-released', receivedFen, releasedFen),
    ...exceeds('spent-over-received', figures.fiscalFen ?? figures.expenditureFen, receivedFen),
  ];
}

function falls(
  code: string,
  month: number,
  value: Fen | null,
  earlier: MonthFigures | null,
  of: (figures: TreasuryFigures) => Fen | null,
): readonly Problem[] {
  const before = earlier === null ? null : of(earlier.figures);
  if (earlier === null || value === null || before === null || value >= before) return [];
  const params = { month, valueWan: wanFromFen(value), otherMonth: earlier.month, otherWan: wanFromFen(before) };
  return [{ code, params }];
}

function rises(code: string, month: number, value: Fen | null, later: MonthFigures | null): readonly Problem[] {
  const after = later === null ? null : spentOf(later.figures);
  if (later === null || value === null || after === null || value <= after) return [];
  const params = { month, valueWan: wanFromFen(value), otherMonth: later.month, otherWan: wanFromFen(after) };
  return [{ code, params }];
}

function exceeds(code: string, value: Fen | null, limit: Fen | null): readonly Problem[] {
  if (value === null || limit === null || value <= limit) return [];
  return [{ code, params: { valueWan: wanFromFen(value), limitWan: wanFromFen(limit) } }];
}
