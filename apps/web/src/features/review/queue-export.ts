import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';
import type { ReviewItem } from './review.api.js';

/** The reports that wait, as a file. */
export function queueTable(title: string, rows: readonly ReviewItem[], t: Translate): TableExport {
  const inWan = (header: string): string => t('export.withUnit', { header, unit: t('export.unit.wan') });
  const lightOf = (light: ReviewItem['light']): string | null => light && t(`light.${light}`);
  const oddOf = ({ anomalies, changedFields }: ReviewItem): string =>
    anomalies.map((anomaly) => t(`review.odd.${anomaly}`, { n: changedFields ?? 0 })).join(t('list.comma'));
  return tableOf<ReviewItem>(
    title,
    [
      { header: t('lights.csv.name'), kind: 'text', cell: ({ name }) => name },
      { header: t('lights.csv.code'), kind: 'text', cell: ({ code }) => code },
      { header: t('lights.csv.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('lights.csv.light'), kind: 'text', cell: ({ light }) => lightOf(light) },
      { header: t('lights.csv.spendLight'), kind: 'text', cell: ({ spendLight }) => lightOf(spendLight) },
      { header: t('lights.csv.goalLight'), kind: 'text', cell: ({ goalLight }) => lightOf(goalLight) },
      { header: t('review.state'), kind: 'text', cell: ({ status }) => t(`report.state.${status}`) },
      { header: t('lights.csv.budgetWan'), kind: 'wan', cell: ({ adjustedBudgetFen }) => adjustedBudgetFen },
      { header: t('review.spending'), kind: 'wan', cell: ({ expenditureFen }) => expenditureFen },
      {
        header: inWan(t('export.previous')),
        kind: 'wan',
        cell: ({ previous }) => previous?.expenditureFen ?? null,
      },
      { header: t('lights.csv.executionRatePercent'), kind: 'percent', cell: ({ executionRate }) => executionRate },
      { header: t('export.odd'), kind: 'text', cell: oddOf },
      { header: t('export.waitingSince'), kind: 'date', cell: ({ waitingSince }) => waitingSince },
      { header: t('export.explanation'), kind: 'text', cell: ({ explanation }) => explanation },
    ],
    rows,
  );
}
