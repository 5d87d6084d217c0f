import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';
import type { FindingRow, ForecastRow, LinkedRow } from './analysis.api.js';

/** The projects with their forecasts, as a file. */
export const forecastTable = (title: string, rows: readonly ForecastRow[], t: Translate): TableExport =>
  tableOf<ForecastRow>(
    title,
    [
      { header: t('analysis.project'), kind: 'text', cell: ({ name }) => name },
      { header: t('analysis.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('analysis.budgetWan'), kind: 'wan', cell: ({ budgetFen }) => budgetFen },
      { header: t('analysis.spentWan'), kind: 'wan', cell: ({ spentFen }) => spentFen },
      { header: t('analysis.rate'), kind: 'percent', cell: ({ executionRate }) => executionRate },
      { header: t('analysis.forecast.wan'), kind: 'wan', cell: ({ forecastFen }) => forecastFen },
      { header: t('analysis.forecast.percent'), kind: 'percent', cell: ({ forecastPercent }) => forecastPercent },
      { header: t('analysis.forecast.lower'), kind: 'percent', cell: ({ lowerPercent }) => lowerPercent },
      { header: t('analysis.forecast.upper'), kind: 'percent', cell: ({ upperPercent }) => upperPercent },
      { header: t('analysis.forecast.unspent'), kind: 'wan', cell: ({ unspentFen }) => unspentFen },
      {
        header: t('analysis.forecast.likelihood'),
        kind: 'text',
        cell: ({ likelihood }) => likelihood && t(`analysis.likelihood.${likelihood}`),
      },
    ],
    rows,
  );

/** The projects beside the ones that they continue, as a file. */
export const linkedTable = (title: string, rows: readonly LinkedRow[], t: Translate): TableExport =>
  tableOf<LinkedRow>(
    title,
    [
      { header: t('analysis.project'), kind: 'text', cell: ({ now }) => now.name },
      { header: t('analysis.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('analysis.years.rate'), kind: 'percent', cell: ({ now }) => now.executionRate },
      { header: t('analysis.years.rateBefore'), kind: 'percent', cell: ({ before }) => before.executionRate },
      { header: t('analysis.years.rateChange'), kind: 'points', cell: ({ rateChange }) => rateChange },
      { header: t('analysis.years.goal'), kind: 'percent', cell: ({ now }) => now.goalPercent },
      { header: t('analysis.years.goalBefore'), kind: 'percent', cell: ({ before }) => before.goalPercent },
      { header: t('analysis.years.goalChange'), kind: 'points', cell: ({ goalChange }) => goalChange },
    ],
    rows,
  );

/** What stands out, as a file. */
export const findingTable = (title: string, rows: readonly FindingRow[], t: Translate): TableExport =>
  tableOf<FindingRow>(
    title,
    [
      { header: t('analysis.project'), kind: 'text', cell: ({ projectName }) => projectName },
      { header: t('analysis.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('analysis.patterns.what'), kind: 'text', cell: ({ code }) => t(`analysis.code.${code}`) },
      { header: t('analysis.patterns.indicator'), kind: 'text', cell: ({ indicator }) => indicator },
      { header: t('analysis.budgetWan'), kind: 'wan', cell: ({ budgetFen }) => budgetFen },
      { header: t('analysis.patterns.explanation'), kind: 'text', cell: ({ explanation }) => explanation },
    ],
    rows,
  );
