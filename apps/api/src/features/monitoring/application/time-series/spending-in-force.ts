import {
  expenditureInForce,
  type ExpenditureInForce,
  type ExpenditureSource,
  type RecordedExpenditure,
} from '@jixiao/domain';
import type { SpendingRecords } from '../../persistence/spending-history.repository.js';

/** A cumulative figure that counted for a while, whose figure it was and who made it so. */
export interface InForceRecord extends RecordedExpenditure {
  readonly source: ExpenditureSource;
  readonly recordedBy: string;
}

/** What is needed to know what counted: the figures without those who recorded them. */
export interface KnownSpending {
  readonly own: readonly Omit<SpendingRecords['own'][number], 'recordedBy'>[];
  readonly treasury: readonly Omit<SpendingRecords['treasury'][number], 'recordedBy'>[];
  readonly lockedAt: SpendingRecords['lockedAt'];
}

const isKnownAt = (at: string, one: { recordedAt: string; supersededAt: string | null }): boolean =>
  one.recordedAt <= at && (one.supersededAt === null || at < one.supersededAt);

/**
 * The expenditure of a month that counted at an instant, by what was known then (R43). What the treasury told after the
 * round was locked does not count for it, as it does not for its lights (R49).
 */
export function spentAt({ own, treasury, lockedAt }: KnownSpending, month: number, at: string): ExpenditureInForce {
  const lock = lockedAt.get(month);
  const byTreasury = lock !== undefined && lock < at ? lock : at;
  return expenditureInForce(
    own.find((one) => one.month === month && isKnownAt(at, one)) ?? null,
    treasury.find((one) => one.month === month && isKnownAt(byTreasury, one)) ?? null,
  );
}

/** Everything that ever counted, month by month, each with the time for which it did (R43). */
export function recordsInForce(records: SpendingRecords): readonly InForceRecord[] {
  const all = [...records.own, ...records.treasury];
  const months = [...new Set(all.map(({ month }) => month))].sort((a, b) => a - b);
  return months.flatMap((month) => {
    const ofMonth = all.filter((one) => one.month === month);
    const turns = ofMonth.flatMap(({ recordedAt, supersededAt }) =>
      supersededAt === null ? [recordedAt] : [recordedAt, supersededAt],
    );
    const instants = [...new Set(turns)].sort();
    return instants.flatMap((recordedAt, place): InForceRecord[] => {
      const { expenditureFen, source } = spentAt(records, month, recordedAt);
      if (expenditureFen === null || source === null) return [];
      const recordedBy = ofMonth.find((one) => one.recordedAt === recordedAt)?.recordedBy ?? '';
      return [{ month, expenditureFen, source, recordedAt, recordedBy, supersededAt: instants[place + 1] ?? null }];
    });
  });
}
