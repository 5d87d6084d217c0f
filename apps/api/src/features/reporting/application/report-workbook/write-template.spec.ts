import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { NOTHING_ANSWERED, NOTHING_REPORTED } from '../stored-report.js';
import { readReportFile } from '../report-file/read-report-file.js';
import type { WorkbookIndicator, WorkbookProject } from './workbook-project.js';
import { writeTemplate } from './write-template.js';

const STAMP = { template: 1, year: 2023, month: 6, organisationId: 'unit-1', organisation: '法院' };

const indicator = (lineageId: string, change: Partial<WorkbookIndicator> = {}): WorkbookIndicator => ({
  lineageId,
  level2: '数量指标',
  name: `指标 ${lineageId}`,
  rawValue: '≥100件',
  unit: '件',
  kind: 'cumulative',
  assessedFrom: 1,
  previous: null,
  result: NOTHING_ANSWERED,
  ...change,
});

const PROJECT: WorkbookProject = {
  projectId: 'project-1',
  version: 3,
  code: '13020023P00003910033L',
  name: '=HYPERLINK("http://x","办案费")',
  unit: '法院',
  budgetFen: 235_800_000,
  plannedPercent: 50,
  previousFen: 60_000_000,
  treasuryFen: null,
  content: {
    ...NOTHING_REPORTED,
    expenditure: { expenditureFen: 98_200_001, fiscalFen: 98_200_000, otherFen: 1 },
    reasons: ['staff', 'other'],
    reasonNote: '+缺人',
  },
  isOpen: true,
  indicators: [
    indicator('i1', { result: { ...NOTHING_ANSWERED, answer: { type: 'value', value: -3.5 } } }),
    indicator('i2', {
      kind: 'qualitative',
      result: { ...NOTHING_ANSWERED, answer: { type: 'outcome', outcome: 'partly' }, likelihood: 'possible' },
    }),
    indicator('i3', {
      kind: 'date',
      result: { ...NOTHING_ANSWERED, answer: { type: 'doneOn', doneOn: '2023-05-30' } },
    }),
    indicator('i4', { kind: 'date', result: { ...NOTHING_ANSWERED, answer: { type: 'notDone' } } }),
    indicator('i5', { result: { ...NOTHING_ANSWERED, answer: { type: 'noData', why: '年底统计' }, note: '@备注' } }),
    indicator('i6', { kind: 'executionRate', unit: '%' }),
    indicator('i7', { kind: 'yearEnd', assessedFrom: 12, unit: '%' }),
  ],
};

const opened = async (bytes: Uint8Array) => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  return workbook;
};

describe('template', () => {
  it.each(['zh', 'en'] as const)('reads back as what it shows (%s)', async (locale) => {
    const report = await readReportFile('a.xlsx', await writeTemplate([PROJECT], STAMP, locale));
    expect(report.issues).toEqual([]);
    expect(report.stamp).toEqual(STAMP);
    expect(report.projects).toHaveLength(1);
    const [project] = report.projects;
    expect(project).toMatchObject({
      projectId: 'project-1',
      version: 3,
      fields: {
        name: PROJECT.name,
        expenditureFen: 98_200_001,
        fiscalFen: 98_200_000,
        otherFen: 1,
        reasons: ['staff', 'other'],
        reasonNote: '+缺人',
      },
    });
    expect(project?.results.map(({ indicatorId, input }) => [indicatorId, input])).toMatchObject([
      ['i1', { value: -3.5 }],
      ['i2', { outcome: 'partly', likelihood: 'possible' }],
      ['i3', { doneOn: '2023-05-30' }],
      ['i4', { notDone: true }],
      ['i5', { noData: '年底统计', note: '@备注' }],
      ['i6', {}],
      ['i7', {}],
    ]);
  });

  it('locks all but the cells to fill in, and hides its keys', async () => {
    const workbook = await opened(await writeTemplate([PROJECT, { ...PROJECT, isOpen: false }], STAMP, 'zh'));
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['填报说明', 'visible'],
      ['支出', 'visible'],
      ['指标', 'visible'],
      ['jixiao', 'veryHidden'],
    ]);
    const spending = workbook.getWorksheet('支出');
    const headers = (spending?.getRow(3).values ?? []) as string[];
    const column = (label: string): number => headers.indexOf(label);
    const isOpen = (row: number, label: string) =>
      spending?.getRow(row).getCell(column(label)).protection?.locked === false;
    expect(spending?.getColumn(1).hidden).toBe(true);
    expect(isOpen(4, '项目名称')).toBe(false);
    expect(isOpen(4, '累计支出数（万元）')).toBe(true);
    // The second project was submitted.
    expect(isOpen(5, '累计支出数（万元）')).toBe(false);
    const indicators = workbook.getWorksheet('指标');
    const result = ((indicators?.getRow(3).values ?? []) as string[]).indexOf('完成值');
    const locked = [4, 5, 6, 7, 8, 9, 10].map(
      (row) => indicators?.getRow(row).getCell(result).protection?.locked !== false,
    );
    expect(locked).toEqual([false, false, false, false, false, true, false]);
    expect(spending?.views).toMatchObject([{ state: 'frozen', ySplit: 3 }]);
  });

  it('validates what is typed, with a sentence in the language of the template', async () => {
    const workbook = await opened(await writeTemplate([PROJECT], STAMP, 'en'));
    const sheet = workbook.getWorksheet('Indicators');
    const headers = (sheet?.getRow(3).values ?? []) as string[];
    const rule = (row: number, label: string) => sheet?.getRow(row).getCell(headers.indexOf(label)).dataValidation;
    expect(rule(4, 'Result')).toMatchObject({ type: 'decimal', error: 'Enter a figure.' });
    expect(rule(5, 'Result')).toMatchObject({ type: 'list', formulae: ['"met,partly,unmet"'] });
    expect(rule(6, 'Result')).toMatchObject({ type: 'custom' });
    expect(rule(6, 'Result')?.formulae[0]).toContain('DATE(2023,6,30)');
    expect(rule(9, 'Result')).toBeUndefined();
    expect(rule(4, 'Likelihood')).toMatchObject({ type: 'list', formulae: ['"certain,possible,impossible"'] });
  });

  it('writes nothing as a formula', async () => {
    const { sheets } = await readXlsx(await writeTemplate([PROJECT], STAMP, 'zh'), { readStyles: true });
    const cells = sheets.flatMap(({ cells: all }) => [...(all?.values() ?? [])]);
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
    expect(sheets[1]?.rows.flat()).toContain(PROJECT.name);
  });

  it('puts the protection right behind the rows, where Excel wants it', async () => {
    const { unzipSync, strFromU8 } = await import('fflate');
    const parts = unzipSync(await writeTemplate([PROJECT], STAMP, 'zh'));
    const sheet = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(/<\/sheetData><sheetProtection [^>]*\/>.*<dataValidations/);
  });
});
