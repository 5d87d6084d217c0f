import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import type { TableExport } from './table-export.js';
import { sheetName, workbookBytes } from './workbook.js';

const table: TableExport = {
  title: '项目与灯',
  columns: [
    { header: '项目', kind: 'text' },
    { header: '预算（万元）', kind: 'wan' },
    { header: '执行率（%）', kind: 'percent' },
    { header: '比计划（百分点）', kind: 'points' },
    { header: '项目数', kind: 'integer' },
    { header: '完成值', kind: 'decimal' },
    { header: '截止', kind: 'date' },
    { header: '计算于', kind: 'date' },
  ],
  rows: [
    ['=HYPERLINK("http://x")', 235_812_345, 67.85, -12.15, 3, 0.125, '2026-09-30', '2026-09-30T09:05:00.000Z'],
    ['法律援助', null, null, null, null, null, null, null],
  ],
};

async function readBack(tables: readonly TableExport[]): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await workbookBytes(tables)).buffer);
  return workbook;
}

describe('a table as a workbook', () => {
  it('has figures as numbers in the units of their headers, each shown as on the page', async () => {
    const sheet = (await readBack([table])).getWorksheet('项目与灯');
    const cells = ['B2', 'C2', 'D2', 'E2', 'F2'].map((at) => sheet?.getCell(at));
    expect(cells.map((cell) => cell?.value)).toEqual([235.812345, 67.85, -12.15, 3, 0.125]);
    expect(cells.map((cell) => cell?.numFmt)).toEqual(['#,##0.00', '0.00', '+0.00;-0.00;0.00', '#,##0', undefined]);
  });

  it('has days as days, and leaves empty what is empty (R28)', async () => {
    const sheet = (await readBack([table])).getWorksheet('项目与灯');
    expect(sheet?.getCell('G2').value).toEqual(new Date('2026-09-30T00:00:00Z'));
    expect(sheet?.getCell('H2').value).toBeInstanceOf(Date);
    expect(sheet?.getCell('H2').numFmt).toBe('yyyy-mm-dd hh:mm');
    expect(['B3', 'C3', 'G3'].map((at) => sheet?.getCell(at).value)).toEqual([null, null, null]);
  });

  it('never runs text as a formula', async () => {
    const cell = (await readBack([table])).getWorksheet('项目与灯')?.getCell('A2');
    expect([cell?.type, cell?.value]).toEqual([exceljs.ValueType.String, '=HYPERLINK("http://x")']);
  });

  it('keeps the header in sight, in bold and on every printed page', async () => {
    const sheet = (await readBack([table])).getWorksheet('项目与灯');
    expect(sheet?.getCell('A1').font.bold).toBe(true);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1, xSplit: 1 });
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '1:1' });
    expect(sheet?.getColumn(1).width).toBeGreaterThan(sheet?.getColumn(5).width ?? 99);
  });

  it('gives several tables a sheet each, under names that Excel takes', async () => {
    const long = { ...table, title: '单位/监控期：' + '长'.repeat(40) };
    const names = (await readBack([table, table, long])).worksheets.map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['项目与灯', '项目与灯 (2)']);
    expect(names[2]).toHaveLength(31);
    expect(sheetName("'[]'", new Set())).toBe('Sheet');
  });
});
