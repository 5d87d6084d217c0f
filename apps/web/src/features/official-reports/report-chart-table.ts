import { LIGHTS } from '@jixiao/domain';
import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';
import type { ReportChart } from './official-reports.api.js';

/** The figures of a chart as a table, as exact as the report has them. */
export function reportChartTable(
  { title, data }: ReportChart,
  t: Translate,
  monthName: (month: number) => string,
): TableExport {
  const header = (key: string): string => t(`officialReport.chart.${key}`);
  const name = { header: header('name'), kind: 'text' as const, cell: ({ label }: { label: string }) => label };
  switch (data.kind) {
    case 'lights':
      return tableOf(
        title,
        [
          name,
          ...LIGHTS.map((light) => ({
            header: t(`light.${light}`),
            kind: 'integer' as const,
            cell: (bar: (typeof data.bars)[number]) => bar[light],
          })),
        ],
        data.bars,
      );
    case 'execution':
      return tableOf(
        title,
        [
          name,
          { header: header('ratePercent'), kind: 'percent', cell: ({ rate }) => rate },
          { header: header('plannedPercent'), kind: 'percent', cell: ({ planned }) => planned },
        ],
        data.bars,
      );
    case 'points':
      return tableOf(
        title,
        [name, { header: header('points'), kind: 'percent', cell: (bar) => bar.points }],
        data.bars,
      );
    case 'grades':
      return tableOf(
        title,
        [
          { header: header('gradeName'), kind: 'text', cell: ({ grade }) => t(`officialReport.grade.${grade}`) },
          { header: header('count'), kind: 'integer', cell: ({ projects }) => projects },
        ],
        data.bars,
      );
    case 'curve':
      return tableOf(
        title,
        [
          { header: header('monthName'), kind: 'text', cell: ({ month }) => monthName(month) },
          { header: header('spentWan'), kind: 'percent', cell: ({ spent }) => spent },
          { header: header('plannedWan'), kind: 'percent', cell: ({ planned }) => planned },
        ],
        data.points,
      );
  }
}
