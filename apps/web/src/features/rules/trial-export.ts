import type { TableExport } from '../../shared/export/table-export.js';
import { type ColumnOf, tableOf, type Translate } from '../../shared/export/table-of.js';
import type { FlowCell, FlowPart, SimulationChange } from './rules.api.js';

const wanHeader = (header: string, t: Translate): string =>
  t('export.withUnit', { header, unit: t('export.unit.wan') });

/** How many go from which colour to which, as a file. */
export const flowExport = (part: FlowPart, flow: readonly FlowCell[], t: Translate): TableExport =>
  tableOf<FlowCell>(
    `${t('export.flow')} ${t(`rules.result.parts.${part}`)}`,
    [
      { header: t('export.from'), kind: 'text', cell: ({ from }) => t(`light.${from}`) },
      { header: t('export.to'), kind: 'text', cell: ({ to }) => t(`light.${to}`) },
      { header: t('export.projects'), kind: 'integer', cell: ({ projects }) => projects },
      { header: wanHeader(t('export.amount'), t), kind: 'wan', cell: ({ budgetFen }) => budgetFen },
    ],
    flow,
  );

/** The projects that tried rules change, as a file: a light before and after in columns of their own. */
export function changesExport(rows: readonly SimulationChange[], t: Translate): TableExport {
  const lights = (['project', 'spend', 'goals'] as const).flatMap((part): ColumnOf<SimulationChange>[] => {
    const name = t(`rules.result.parts.${part}`);
    return [
      { header: `${name} ${t('export.from')}`, kind: 'text', cell: (row) => t(`light.${row[part].from}`) },
      { header: `${name} ${t('export.to')}`, kind: 'text', cell: (row) => t(`light.${row[part].to}`) },
    ];
  });
  const indicatorsOf = ({ indicators }: SimulationChange): string =>
    indicators
      .map(({ name, from, to }) =>
        t('rules.result.indicator', { name, from: t(`light.${from}`), to: t(`light.${to}`) }),
      )
      .join(t('rules.lists'));
  return tableOf<SimulationChange>(
    t('rules.result.changes'),
    [
      { header: t('rules.result.project'), kind: 'text', cell: ({ name }) => name },
      { header: t('export.code'), kind: 'text', cell: ({ code }) => code },
      { header: t('lights.csv.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('lights.csv.budgetWan'), kind: 'wan', cell: ({ adjustedBudgetFen }) => adjustedBudgetFen },
      ...lights,
      { header: t('indicator.title'), kind: 'text', cell: indicatorsOf },
      { header: t('export.explanation'), kind: 'text', cell: ({ explanationAfter }) => explanationAfter },
      { header: t('export.before'), kind: 'text', cell: ({ explanationBefore }) => explanationBefore },
    ],
    rows,
  );
}
