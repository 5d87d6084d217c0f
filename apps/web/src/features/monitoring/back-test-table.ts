import type { ForecastMethod } from '@jixiao/domain';
import type { BackTest } from '../../shared/api/schema.gen.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';
import type { TableExport } from '../../shared/export/table.js';

type Tested = BackTest['overall'];
type Method = Tested['methods'][number];

/** A method at one month, or over all where there is none. */
export interface BackTestRow extends Method {
  readonly month: number | null;
  readonly isBest: boolean;
  /** Over the cases that all compared methods have; null for one that is not compared. */
  readonly comparable: number | null;
}

const rowsOf = ({ methods, best, compared }: Tested, month: number | null): BackTestRow[] =>
  methods.map((each) => ({
    ...each,
    month,
    isBest: each.method === best,
    comparable: compared?.errors.find(({ method }) => method === each.method)?.meanAbsolute ?? null,
  }));

export const overallRows = ({ overall }: BackTest): BackTestRow[] => rowsOf(overall, null);

export const monthRows = ({ months }: BackTest): BackTestRow[] => months.flatMap((each) => rowsOf(each, each.month));

/** Both tables as exports. */
export function backTestTables(test: BackTest, t: Translate): readonly TableExport[] {
  const methodName = (method: ForecastMethod): string => t(`backTest.method.${method}`);
  const figures = [
    { header: t('backTest.column.method'), kind: 'text', cell: (row: BackTestRow) => methodName(row.method) },
    { header: t('backTest.column.cases'), kind: 'integer', cell: (row: BackTestRow) => row.cases },
    { header: t('backTest.column.error'), kind: 'points', cell: (row: BackTestRow) => row.meanAbsolute },
    { header: t('backTest.column.bias'), kind: 'points', cell: (row: BackTestRow) => row.bias },
    {
      header: t('backTest.column.coverage'),
      kind: 'percent',
      cell: (row: BackTestRow) => row.coverage?.percent ?? null,
    },
    { header: t('backTest.column.compared'), kind: 'points', cell: (row: BackTestRow) => row.comparable },
  ] as const;
  const month = { header: t('backTest.column.month'), kind: 'integer', cell: (row: BackTestRow) => row.month } as const;
  return [
    tableOf(t('backTest.overall'), figures, overallRows(test)),
    tableOf(t('backTest.byMonth'), [month, ...figures], monthRows(test)),
  ];
}
