import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';
import { shownDifference } from './shown-difference.js';
import type { Delivery, Difference } from './treasury.api.js';

/** Where the treasury's figure is not the unit's, as a file. */
export function differenceTable(title: string, rows: readonly Difference[], t: Translate): TableExport {
  const inWan = (column: string): string =>
    t('export.withUnit', { header: t(`treasury.column.${column}`), unit: t('export.unit.wan') });
  return tableOf<Difference>(
    title,
    [
      { header: t('treasury.column.project'), kind: 'text', cell: ({ name }) => name },
      { header: t('treasury.column.code'), kind: 'text', cell: ({ code }) => code },
      { header: t('treasury.column.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: inWan('own'), kind: 'wan', cell: (row) => shownDifference(row).own },
      { header: inWan('treasury'), kind: 'wan', cell: (row) => shownDifference(row).treasury },
      { header: inWan('difference'), kind: 'wan', cell: (row) => shownDifference(row).difference },
      {
        header: t('treasury.column.basis'),
        kind: 'text',
        cell: (row) => (shownDifference(row).fiscal ? t('treasury.differences.fiscalOnly') : null),
      },
      {
        header: t('treasury.column.note'),
        kind: 'text',
        cell: ({ note }) => note ?? t('treasury.differences.unexplained'),
      },
      {
        header: t('treasury.column.state'),
        kind: 'text',
        cell: ({ reportStatus }) => t(`report.state.${reportStatus}`),
      },
    ],
    rows,
  );
}

const COUNTED = ['rows', 'new', 'changed', 'refused'] as const;

/** What the treasury delivered, as a file. */
export const deliveryTable = (
  rows: readonly Delivery[],
  months: (delivery: Delivery) => string,
  t: Translate,
): TableExport =>
  tableOf<Delivery>(
    t('treasury.deliveries.title'),
    [
      { header: t('treasury.column.when'), kind: 'date', cell: ({ deliveredAt }) => deliveredAt },
      { header: t('treasury.column.who'), kind: 'text', cell: ({ deliveredByName }) => deliveredByName },
      {
        header: t('treasury.column.source'),
        kind: 'text',
        cell: ({ channel, sourceName }) =>
          `${t(`treasury.deliveries.channel.${channel}`)} · ${sourceName ?? t('treasury.deliveries.unnamed')}`,
      },
      { header: t('round.year'), kind: 'text', cell: ({ year }) => year },
      {
        header: t('treasury.column.basis'),
        kind: 'text',
        cell: (delivery) => `${t(`treasury.deliveries.basis.${delivery.basis}`)}${months(delivery)}`,
      },
      ...COUNTED.map((count) => ({
        header: t(`treasury.column.${count}`),
        kind: 'integer' as const,
        cell: ({ counts }: Delivery) => counts?.[count] ?? null,
      })),
      { header: t('treasury.column.figures'), kind: 'integer', cell: ({ figures }) => figures },
    ],
    rows,
  );
