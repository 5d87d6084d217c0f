import { err, ok, type ReportedExpenditure, type Result } from '@jixiao/domain';

/** What a person or a file gives; in 分, each may be left out. */
export interface ExpenditureInput {
  readonly expenditureFen?: number | null;
  readonly fiscalFen?: number | null;
  readonly otherFen?: number | null;
}

/** Upper bound of a stored amount, in 分: what the HTTP contract takes for one amount. */
const MAX_TOTAL_FEN = 9_000_000_000_000_000;

/**
 * Completes cumulative expenditure from what is given: fiscal + other = total. A total without a split is fiscal money;
 * one part without a total leaves the other part at zero. Nothing given is null, "not reported", never zero (R28).
 * @returns `expenditure-split` where the parts do not sum to the total, or exceed it.
 */
export function completeExpenditure(input: ExpenditureInput): Result<ReportedExpenditure | null> {
  const total = input.expenditureFen ?? null;
  const fiscal = input.fiscalFen ?? null;
  const other = input.otherFen ?? null;
  if (total === null && fiscal === null && other === null) return ok(null);

  const expenditureFen = total ?? (fiscal ?? 0) + (other ?? 0);
  const fiscalFen = fiscal ?? expenditureFen - (other ?? 0);
  const otherFen = other ?? expenditureFen - fiscalFen;
  const consistent = fiscalFen >= 0 && otherFen >= 0 && fiscalFen + otherFen === expenditureFen;
  if (!consistent) {
    return err({ code: 'expenditure-split', params: { totalFen: total, fiscalFen: fiscal, otherFen: other } });
  }
  if (expenditureFen > MAX_TOTAL_FEN) return err({ code: 'amount-too-large', params: { totalFen: expenditureFen } });
  return ok({ expenditureFen, fiscalFen, otherFen });
}
