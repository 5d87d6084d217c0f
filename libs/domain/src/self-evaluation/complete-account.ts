import { exact } from '../kernel/exact.js';
import { MAX_FEN, wanFromFen, type Fen } from '../kernel/money.js';
import { err, ok, type Result } from '../kernel/result.js';

/** What a project spent in a year by its final account (决算): 当年财政拨款, 上年结转资金 and 其他资金 make up the whole. */
export interface AccountedExpenditure {
  readonly expenditureFen: Fen;
  readonly fiscalFen: Fen;
  readonly carriedFen: Fen;
  readonly otherFen: Fen;
}

/** The same as it was given; null is "not stated". */
export type GivenAccount = { readonly [F in keyof AccountedExpenditure]: Fen | null };

/**
 * Completes a final account: the parts make up the total, a part that is not stated beside others is none, and a total alone is
 * money of this year's budget (as `completeExpenditure` has it).
 * @returns `final-account-missing` where no amount is stated, `final-account-parts` where the parts make another total,
 *   `amount-too-large`
 */
export function completeAccount(given: GivenAccount): Result<AccountedExpenditure> {
  const { expenditureFen: total, fiscalFen, carriedFen, otherFen } = given;
  if ([fiscalFen, carriedFen, otherFen].every((part) => part === null)) {
    if (total === null) return err({ code: 'final-account-missing' });
    return ok({ expenditureFen: total, fiscalFen: total, carriedFen: 0, otherFen: 0 });
  }
  const parts = { fiscalFen: fiscalFen ?? 0, carriedFen: carriedFen ?? 0, otherFen: otherFen ?? 0 };
  const sum = exact(parts.fiscalFen).add(parts.carriedFen).add(parts.otherFen).valueOf();
  if (sum > MAX_FEN) return err({ code: 'amount-too-large', params: { text: String(sum) } });
  if (total !== null && total !== sum) {
    return err({ code: 'final-account-parts', params: { totalWan: wanFromFen(total), partsWan: wanFromFen(sum) } });
  }
  return ok({ expenditureFen: sum, ...parts });
}
