import { describe, it, expect } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { readReportFile } from './read-report-file.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = (...lines: string[]): Promise<Awaited<ReturnType<typeof readReportFile>>> =>
  readReportFile('季报.csv', bytes(lines.join('\n')));
const issuesOf = (result: Awaited<ReturnType<typeof readReportFile>>): string[] =>
  result.ok ? [] : result.error.map(({ path, code }) => `${path} ${code}`);

describe('report file in CSV', () => {
  it('reads projects and indicators under a title, blank project cells continuing the row above', async () => {
    const result = await csv(
      '2023年1-6月填报表',
      '项目编码,项目名称,1-6月执行数（万元）,三级指标,完成值,偏差原因,原因说明,完成目标可能性',
      '13020023P00003910033L,办案业务经费,12.5,案件数,"12,345",人员保障、其他,缺人,有可能',
      ',,,结案率,95%,,,',
      ',被装费,0.5,工作水平,部分达成,,,',
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        projects: [
          {
            code: '13020023P00003910033L',
            name: '办案业务经费',
            expenditureFen: 12_500_000,
            results: [
              {
                indicator: '案件数',
                value: 12_345,
                reasons: ['staff', 'other'],
                reasonNote: '缺人',
                likelihood: 'possible',
              },
              { indicator: '结案率', value: 95 },
            ],
          },
          {
            code: null,
            name: '被装费',
            expenditureFen: 500_000,
            results: [{ indicator: '工作水平', outcome: 'partly' }],
          },
        ],
      },
    });
  });

  it.each([
    ['2023年5月30日', { doneOn: '2023-05-30' }],
    ['2023-05-30', { doneOn: '2023-05-30' }],
    ['未完成', { notDone: true }],
    ['无数据：年底统计', { noData: '年底统计' }],
    ['未达成', { outcome: 'unmet' }],
    ['0', { value: 0 }],
  ])('R20, R21, R28: reads the result %s', async (text, answer) => {
    const result = await csv('项目名称,指标,完成值', `甲,乙,${text}`);
    expect(result).toMatchObject({ ok: true, value: { projects: [{ results: [{ indicator: '乙', ...answer }] }] } });
  });

  it('R28: takes blank and dashes as blank, not as zero', async () => {
    const result = await csv('项目名称,指标,完成值', '甲,乙,', '甲,丙,——');
    expect(result.ok && result.value.projects[0]?.results?.every(({ value }) => value === undefined)).toBe(true);
  });

  it('refuses an amount without a unit rather than guess', async () => {
    expect(issuesOf(await csv('项目名称,支出数', '甲,12.5'))).toEqual(['line 2 amount-unit-missing']);
    expect(await csv('项目名称,支出数', '甲,12.5万元')).toMatchObject({ ok: true });
    expect(await csv('Project,Expenditure (yuan)', 'A,"1,250.55"')).toMatchObject({
      ok: true,
      value: { projects: [{ expenditureFen: 125_055 }] },
    });
  });

  it('lists every fault with its line, and takes nothing over', async () => {
    const result = await csv(
      '项目名称,支出数（元）,指标,完成值,备用列',
      ',1,甲,2,',
      '乙,-5,丙,很多,',
      '乙,6,丁,-1,',
      '乙,7,,3,',
      '乙,,戊,1e20,',
    );
    expect(issuesOf(result)).toEqual([
      'line 1 column-unknown',
      'line 2 project-unnamed',
      'line 3 amount-negative',
      'line 3 result-unreadable',
      'line 5 amount-contradicts',
      'line 5 indicator-unnamed',
      'line 6 result-too-large',
    ]);
  });

  it('reads GB18030 as a Chinese Excel saves it', async () => {
    // 项目名称,支出数（元）\n甲,1
    const gb = [0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xd6, 0xa7, 0xb3, 0xf6, 0xca, 0xfd, 0xa3, 0xa8];
    const rest = [0xd4, 0xaa, 0xa3, 0xa9, 0x0a, 0xbc, 0xd7, 0x2c, 0x31];
    const result = await readReportFile('a.csv', new Uint8Array([...gb, ...rest]));
    expect(result).toMatchObject({ ok: true, value: { projects: [{ name: '甲', expenditureFen: 100 }] } });
  });
});

describe('report file in Excel', () => {
  it('reads the sheet that holds the report, percent cells as shown and days as days', async () => {
    const rows = [
      ['项目名称', '支出数（万元）', '指标', '完成值'],
      ['甲', 12.5, '完工', new Date(Date.UTC(2023, 4, 30))],
    ];
    const percent = { key: 'd', header: '完成值', numFmt: '0.00%' };
    const file = await writeXlsx({
      sheets: [
        { name: '说明', rows: [['填报说明']] },
        { name: '填报', rows },
      ],
    });
    expect(await readReportFile('a.xlsx', file)).toMatchObject({
      ok: true,
      value: { projects: [{ name: '甲', expenditureFen: 12_500_000, results: [{ doneOn: '2023-05-30' }] }] },
    });
    const columns = [{ key: 'a', header: '项目名称' }, { key: 'c', header: '指标' }, percent];
    const shown = await writeXlsx({ sheets: [{ name: '填报', columns, data: [{ a: '甲', c: '率', d: 0.07 }] }] });
    expect(await readReportFile('a.xlsx', shown)).toMatchObject({
      ok: true,
      value: { projects: [{ results: [{ value: 7 }] }] },
    });
  });
});

describe('report file that cannot be read', () => {
  it.each([
    ['a.csv', '', 'empty-file'],
    ['a.csv', '甲,乙\n1,2', 'report-header-missing'],
    ['a.csv', '项目名称,指标', 'report-empty'],
    ['a.xlsx', 'not a workbook', 'unreadable-file'],
    ['a.json', '{ "projects": [', 'unreadable-file'],
    ['a.docx', 'x', 'unsupported-format'],
  ])('%s %j is refused as %s', async (name, text, code) => {
    const result = await readReportFile(name, bytes(text));
    expect(result.ok ? [] : result.error.map((issue) => issue.code)).toEqual([code]);
  });

  it('names the faults of a JSON file as those of a request', async () => {
    const json = { projects: [{ name: '甲', expenditureFen: -1, results: [{ indicator: '乙', value: 1e20 }] }] };
    expect(issuesOf(await readReportFile('a.json', bytes(JSON.stringify(json))))).toEqual([
      'projects.0.expenditureFen too-small',
      'projects.0.results.0.value too-big',
    ]);
  });
});
