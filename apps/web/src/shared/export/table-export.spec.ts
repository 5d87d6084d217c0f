import { describe, expect, it } from '@jest/globals';
import { tableCsv, type TableExport } from './table-export.js';

const table: TableExport = {
  title: '资金',
  columns: [
    { header: '项目', kind: 'text' },
    { header: '支出（万元）', kind: 'wan' },
    { header: '比计划（百分点）', kind: 'points' },
    { header: '日期', kind: 'date' },
  ],
  rows: [
    ['-1', 123_456, -12.15, '2026-09-30'],
    ['乙', null, 0, null],
  ],
};

describe('a table as CSV', () => {
  it('has money in 万元 to the last 分, and what is empty stays empty (R28)', () => {
    expect(tableCsv(table).slice(1).trimEnd().split('\r\n')).toEqual([
      '项目,支出（万元）,比计划（百分点）,日期',
      "'-1,0.123456,-12.15,2026-09-30",
      '乙,,0,',
    ]);
  });
});
