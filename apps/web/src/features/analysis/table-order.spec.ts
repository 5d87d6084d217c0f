import { describe, expect, it } from '@jest/globals';
import type { ColumnOf } from '../../shared/export/table-of.js';
import { sortedBy } from './table-order.js';

interface Row {
  readonly name: string;
  readonly rate: number | null;
}
const columns: readonly ColumnOf<Row>[] = [
  { header: '单位', kind: 'text', cell: ({ name }) => name },
  { header: '执行率', kind: 'percent', cell: ({ rate }) => rate },
];
const rows: readonly Row[] = [
  { name: '甲', rate: null },
  { name: '乙', rate: 9 },
  { name: '丙', rate: 10 },
];
const names = (order: Parameters<typeof sortedBy>[2]) => sortedBy(rows, columns, order).map(({ name }) => name);

describe('a table of the analysis', () => {
  it('stays as it came until a header is pressed', () => {
    expect(names(null)).toEqual(['甲', '乙', '丙']);
  });

  it('sorts figures as figures, with what is not known last either way', () => {
    expect(names({ column: 1, descending: true })).toEqual(['丙', '乙', '甲']);
    expect(names({ column: 1, descending: false })).toEqual(['乙', '丙', '甲']);
  });
});
