import type { Alert } from '../../shared/api/schema.gen.js';
import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';

/** Alerts with what became of them, as a file. */
export const alertsTable = (
  title: string,
  rows: readonly Alert[],
  t: Translate,
  periodOf: (year: number, month: number) => string,
): TableExport =>
  tableOf<Alert>(
    title,
    [
      { header: t('alert.column.severity'), kind: 'text', cell: ({ severity }) => t(`light.${severity}`) },
      { header: t('alert.column.projectOnly'), kind: 'text', cell: ({ projectName }) => projectName },
      { header: t('export.code'), kind: 'text', cell: ({ projectCode }) => projectCode },
      { header: t('alert.column.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('alert.column.round'), kind: 'text', cell: ({ year, month }) => periodOf(year, month) },
      { header: t('alert.column.kind'), kind: 'text', cell: (alert) => alert.title },
      { header: t('alert.column.explanation'), kind: 'text', cell: ({ explanation }) => explanation },
      { header: t('alert.column.raised'), kind: 'date', cell: ({ raisedOn }) => raisedOn },
      { header: t('alert.column.deadline'), kind: 'date', cell: ({ deadline }) => deadline },
      { header: t('alert.column.daysLeft'), kind: 'integer', cell: ({ daysLeft }) => daysLeft },
      { header: t('alert.column.state'), kind: 'text', cell: ({ state }) => t(`alert.state.${state}`) },
      { header: t('alert.column.level'), kind: 'text', cell: ({ level }) => t(`alert.level.${level}`) },
      {
        header: t('alert.column.answer'),
        kind: 'text',
        cell: ({ answer }) => answer && t(`alert.choice.${answer.answer}`),
      },
      { header: t('alert.column.answerText'), kind: 'text', cell: ({ answer }) => answer?.text ?? null },
      { header: t('alert.column.answeredBy'), kind: 'text', cell: ({ answer }) => answer?.byName ?? null },
      { header: t('alert.column.answeredAt'), kind: 'date', cell: ({ answer }) => answer?.at ?? null },
      { header: t('alert.column.responseDays'), kind: 'integer', cell: ({ answer }) => answer?.responseDays ?? null },
      {
        header: t('alert.column.suspension'),
        kind: 'text',
        cell: ({ suspension }) => suspension && t(`alert.suspension.${suspension}`),
      },
      {
        header: t('alert.column.onSite'),
        kind: 'text',
        cell: ({ onSiteCheck }) => onSiteCheck && t(`alert.onSite.${onSiteCheck}`),
      },
      {
        header: t('alert.column.closing'),
        kind: 'text',
        cell: ({ closed }) => closed && t(`alert.closing.${closed.closing}`),
      },
      { header: t('alert.column.inRow'), kind: 'integer', cell: ({ consecutive }) => consecutive },
    ],
    rows,
  );
