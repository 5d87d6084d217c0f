import type { LightRow } from '../../shared/api/schema.gen.js';
import type { TableExport } from '../../shared/export/table.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';

/** The list as a file: every figure in full, whatever columns the reader has chosen for the page. */
export const lightsExport = (rows: readonly LightRow[], title: string, t: Translate): TableExport =>
  tableOf(
    title,
    [
      { header: t('lights.csv.light'), kind: 'text', cell: ({ light }) => t(`light.${light}`) },
      { header: t('lights.csv.name'), kind: 'text', cell: ({ name }) => name },
      { header: t('lights.csv.code'), kind: 'text', cell: ({ code }) => code },
      { header: t('lights.csv.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('lights.csv.budgetWan'), kind: 'wan', cell: ({ adjustedBudgetFen }) => adjustedBudgetFen },
      { header: t('lights.csv.expenditureWan'), kind: 'wan', cell: ({ expenditureFen }) => expenditureFen },
      {
        header: t('lights.csv.source'),
        kind: 'text',
        cell: ({ expenditureSource }) => expenditureSource && t(`treasury.source.${expenditureSource}`),
      },
      { header: t('lights.csv.releasedWan'), kind: 'wan', cell: ({ releasedFen }) => releasedFen },
      { header: t('lights.csv.receivedWan'), kind: 'wan', cell: ({ receivedFen }) => receivedFen },
      { header: t('lights.csv.executionRatePercent'), kind: 'percent', cell: ({ executionRate }) => executionRate },
      { header: t('lights.csv.plannedRatePercent'), kind: 'percent', cell: ({ plannedRate }) => plannedRate },
      { header: t('lights.csv.gapToPlanPoints'), kind: 'points', cell: ({ gapToPlan }) => gapToPlan },
      {
        header: t('lights.csv.gapToStraightLinePoints'),
        kind: 'points',
        cell: ({ gapToStraightLine }) => gapToStraightLine,
      },
      { header: t('lights.csv.spendLight'), kind: 'text', cell: ({ spendLight }) => t(`light.${spendLight}`) },
      { header: t('lights.csv.goalLight'), kind: 'text', cell: ({ goalLight }) => t(`light.${goalLight}`) },
      { header: t('lights.csv.explanation'), kind: 'text', cell: ({ explanation }) => explanation },
    ],
    rows,
  );
