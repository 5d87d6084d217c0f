import type { Fen } from '../kernel/money.js';
import type { ReportedExpenditure } from './report-types.js';
import type { TreasuryFigures } from './treasury-figures.js';

/** Whose figure counts: the treasury's (国库), the unit's own (单位), or fiscal money by the treasury and the rest by the unit. */
export const EXPENDITURE_SOURCES = ['treasury', 'treasuryAndUnit', 'unit'] as const;
export type ExpenditureSource = (typeof EXPENDITURE_SOURCES)[number];

/** The cumulative expenditure that a project is judged by, in 分, and whose figure it is; both null where nobody gave one. */
export interface ExpenditureInForce {
  readonly expenditureFen: Fen | null;
  readonly source: ExpenditureSource | null;
}

type SpentByTreasury = Pick<TreasuryFigures, 'expenditureFen' | 'fiscalFen' | 'otherFen'>;

/**
 * The treasury is the authority for the very month of the round: its total counts; where it knows only the fiscal money, that
 * and the unit's own other funds; where it gives neither, the unit's own figure. A unit that has reported nothing is judged
 * by the treasury alone, and its blank other funds count as none until it reports them: money that the treasury has paid
 * is not unreported (R28).
 */
export function expenditureInForce(
  own: ReportedExpenditure | null,
  treasury: SpentByTreasury | null,
): ExpenditureInForce {
  const total = treasury === null ? null : totalOf(treasury);
  if (total !== null) return { expenditureFen: total, source: 'treasury' };
  const fiscal = treasury?.fiscalFen ?? null;
  if (fiscal !== null) {
    const other = own?.otherFen ?? 0;
    return { expenditureFen: fiscal + other, source: other > 0 ? 'treasuryAndUnit' : 'treasury' };
  }
  return own === null ? { expenditureFen: null, source: null } : { expenditureFen: own.expenditureFen, source: 'unit' };
}

/** Treasury minus unit, in 分; `fiscalFen` null where the treasury does not tell fiscal money apart. */
export interface TreasuryDifference {
  readonly expenditureFen: Fen;
  readonly fiscalFen: Fen | null;
}

/**
 * By how much the treasury's figure differs from the unit's own, which has to be explained before a report is handed in.
 * Null where they agree or one of the two is missing. A total that agrees may hide a split that does not: 100 = 100,
 * but 80 of it fiscal where the unit says 100.
 */
export function treasuryDifference(
  own: ReportedExpenditure | null,
  treasury: SpentByTreasury | null,
): TreasuryDifference | null {
  if (own === null || treasury === null) return null;
  const { expenditureFen, source } = expenditureInForce(own, treasury);
  if (expenditureFen === null || source === 'unit') return null;
  const fiscal = fiscalOf(treasury);
  const difference = {
    expenditureFen: expenditureFen - own.expenditureFen,
    fiscalFen: fiscal === null ? null : fiscal - own.fiscalFen,
  };
  return difference.expenditureFen === 0 && (difference.fiscalFen ?? 0) === 0 ? null : difference;
}

function totalOf({ expenditureFen, fiscalFen, otherFen }: SpentByTreasury): Fen | null {
  if (expenditureFen !== null) return expenditureFen;
  return fiscalFen !== null && otherFen !== null ? fiscalFen + otherFen : null;
}

function fiscalOf({ expenditureFen, fiscalFen, otherFen }: SpentByTreasury): Fen | null {
  if (fiscalFen !== null) return fiscalFen;
  return expenditureFen !== null && otherFen !== null ? expenditureFen - otherFen : null;
}
