import { alertTitle } from '@jixiao/domain';
import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';
import type { Locale } from '../../shared/format/dates.js';
import type { TrialAlert } from './alert-rules.api.js';

/** The alerts that tried rules would raise, and no longer, as a file. */
export const trialExport = (
  rows: readonly TrialAlert[],
  period: (year: number, month: number) => string,
  locale: Locale,
  t: Translate,
): TableExport =>
  tableOf<TrialAlert>(
    t('alertRules.result.alerts'),
    [
      { header: t('alertRules.result.period'), kind: 'text', cell: ({ year, month }) => period(year, month) },
      { header: t('alertRules.result.project'), kind: 'text', cell: ({ name }) => name },
      { header: t('export.code'), kind: 'text', cell: ({ code }) => code },
      { header: t('lights.csv.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('alertRules.result.alert'), kind: 'text', cell: ({ kind }) => alertTitle(kind, locale) },
      {
        header: t('alertRules.severity'),
        kind: 'text',
        cell: ({ severity }) => t(`alertRules.severities.${severity}`),
      },
      { header: t('alertRules.result.turn'), kind: 'text', cell: ({ turn }) => t(`alertRules.result.turns.${turn}`) },
      { header: t('alertRules.result.why'), kind: 'text', cell: ({ explanation }) => explanation },
    ],
    rows,
  );
