import type { ColumnOf, Translate } from '../../shared/export/table-of.js';
import type { ScorecardSort, UnitFigures } from './alerts.api.js';

/** A column of the scorecard; with `sort` where the server orders the units by it. */
export interface ScorecardColumn extends ColumnOf<UnitFigures> {
  readonly key: string;
  readonly sort?: ScorecardSort;
}

/**
 * Share of the answers in time among those that were given or are late, percent with 2 places: what may still be answered in
 * time counts neither way. Null where there are none.
 */
export function inTimeRate({ answered, answeredInTime, overdue }: InTime): number | null {
  const due = answered + overdue;
  return due === 0 ? null : Math.round((answeredInTime / due) * 10_000) / 100;
}
type InTime = Pick<UnitFigures, 'answered' | 'answeredInTime' | 'overdue'>;

/** How a unit sees to its alerts, column by column; its name stands before them. */
export function scorecardColumns(t: Translate): readonly ScorecardColumn[] {
  const count = (key: keyof UnitFigures & string, sort?: ScorecardSort): ScorecardColumn => ({
    key,
    header: t(`alert.scorecard.${key}`),
    kind: 'integer',
    cell: (unit) => Number(unit[key]),
    ...(sort ? { sort } : {}),
  });
  return [
    count('raised', 'raised'),
    count('red'),
    count('toAnswer'),
    count('answered'),
    count('answeredInTime'),
    { key: 'inTimeRate', header: t('alert.scorecard.inTimeRate'), kind: 'percent', cell: inTimeRate },
    {
      key: 'medianDays',
      header: t('alert.scorecard.medianDays'),
      kind: 'decimal',
      cell: ({ medianDays }) => medianDays,
      sort: 'slowest',
    },
    { key: 'meanDays', header: t('alert.scorecard.meanDays'), kind: 'decimal', cell: ({ meanDays }) => meanDays },
    count('overdue', 'overdue'),
    count('suspensions'),
    count('rectifying'),
    count('recovered'),
    count('rectified'),
    count('onSiteDue'),
    count('onSiteDone'),
  ];
}
