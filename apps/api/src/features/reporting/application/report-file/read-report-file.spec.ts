import { describe, it, expect } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { issuePath } from './read-report.js';
import { readReportFile } from './read-report-file.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (name: string, file: Uint8Array) => {
  const report = await readReportFile(name, file);
  const projects = report.projects.map(({ fields, results }) => ({
    ...fields,
    results: results.map(({ input }) => input),
  }));
  return { ...report, projects, faults: report.issues.map((issue) => `${issuePath(issue)} ${issue.code}`.trim()) };
};
const csv = (...lines: string[]) => read('季报.csv', bytes(lines.join('\n')));

describe('report file in CSV', () => {
  it('reads projects and indicators under a title, blank project cells continuing the row above', async () => {
    const result = await csv(
      '2023年1-6月填报表',
      '项目编码,项目名称,1-6月执行数（万元）,三级指标,完成值,偏差原因,原因说明,完成目标可能性',
      '13020023P00003910033L,办案业务经费,12.5,案件数,"12,345",人员保障、其他,缺人,有可能',
      ',,,结案率,95%,,,',
      ',被装费,0.5,工作水平,部分达成,,,',
    );
    expect(result.faults).toEqual([]);
    expect(result.projects).toMatchObject([
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
    ]);
  });

  it.each([
    ['2023年5月30日', { doneOn: '2023-05-30' }],
    ['2023-05-30', { doneOn: '2023-05-30' }],
    ['未完成', { notDone: true }],
    ['无数据：年底统计', { noData: '年底统计' }],
    ['未达成', { outcome: 'unmet' }],
    ['0', { value: 0 }],
    ['-3.5', { value: -3.5 }],
    ['−3', { value: -3 }],
    ['1,250', { value: 1250 }],
  ])('R20, R21, R28, R32: reads the result %s', async (text, answer) => {
    const result = await csv('项目名称,指标,完成值', `甲,乙,"${text}"`);
    expect(result.faults).toEqual([]);
    expect(result.projects).toMatchObject([{ results: [{ indicator: '乙', ...answer }] }]);
  });

  it('R28: takes blank and dashes as blank, not as zero', async () => {
    const result = await csv('项目名称,指标,完成值', '甲,乙,', '甲,丙,——');
    expect(result.projects[0]?.results).toEqual([
      expect.not.objectContaining({ value: expect.anything() }),
      expect.not.objectContaining({ value: expect.anything() }),
    ]);
  });

  it('refuses an amount without a unit rather than guess', async () => {
    expect((await csv('项目名称,支出数', '甲,12.5')).faults).toEqual(['line 2 cell 2 amount-unit-missing']);
    expect((await csv('项目名称,支出数', '甲,12.5万元')).projects).toMatchObject([{ expenditureFen: 12_500_000 }]);
    const yuan = await csv('Project,Expenditure (yuan)', 'A,"1,250.55"');
    expect(yuan.projects).toMatchObject([{ expenditureFen: 125_055 }]);
  });

  it('lists every fault with its cell, and reads the rest all the same', async () => {
    const result = await csv(
      '项目名称,支出数（元）,指标,完成值,备用列',
      ',1,甲,2,',
      '乙,-5,丙,很多,',
      '乙,6,丁,-1,',
      '乙,7,,3,',
      '乙,,戊,1e20,',
    );
    expect(result.faults).toEqual([
      'line 1 cell 5 column-unknown',
      'line 2 project-unnamed',
      'line 3 cell 2 amount-negative',
      'line 3 cell 4 result-unreadable',
      'line 5 cell 2 amount-contradicts',
      'line 5 cell 4 indicator-unnamed',
      'line 6 cell 4 result-too-large',
    ]);
    expect(result.projects[0]?.results.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['丙', undefined],
      ['丁', -1],
      ['戊', undefined],
    ]);
  });

  it('names the cell of a text that is longer than what is stored', async () => {
    const result = await csv('项目名称,支出原因说明,指标,备注', `甲,${'长'.repeat(2001)},乙,${'长'.repeat(2001)}`);
    expect(result.faults).toEqual(['line 2 cell 2 too-long', 'line 2 cell 4 too-long']);
  });

  it('takes back the apostrophe before what looks like a formula', async () => {
    const result = await csv('项目名称,指标,备注', "'=甲,乙,'-无");
    expect(result.projects).toMatchObject([{ name: '=甲', results: [{ note: '-无' }] }]);
  });

  it('reads GB18030 as a Chinese Excel saves it', async () => {
    // 项目名称,支出数（元）\n甲,1
    const gb = [0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xd6, 0xa7, 0xb3, 0xf6, 0xca, 0xfd, 0xa3, 0xa8];
    const rest = [0xd4, 0xaa, 0xa3, 0xa9, 0x0a, 0xbc, 0xd7, 0x2c, 0x31];
    const result = await read('a.csv', new Uint8Array([...gb, ...rest]));
    expect(result.projects).toMatchObject([{ name: '甲', expenditureFen: 100 }]);
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
    expect((await read('a.xlsx', file)).projects).toMatchObject([
      { name: '甲', expenditureFen: 12_500_000, results: [{ doneOn: '2023-05-30' }] },
    ]);
    const columns = [{ key: 'a', header: '项目名称' }, { key: 'c', header: '指标' }, percent];
    const shown = await writeXlsx({ sheets: [{ name: '填报', columns, data: [{ a: '甲', c: '率', d: 0.07 }] }] });
    expect((await read('a.xlsx', shown)).projects).toMatchObject([{ results: [{ value: 7 }] }]);
  });

  it('reads several sheets that hold nothing but columns of a report as one', async () => {
    const file = await writeXlsx({
      sheets: [
        {
          name: '支出',
          rows: [
            ['项目名称', '支出数（万元）'],
            ['甲', 0.1 + 0.2],
            ['乙', -1],
          ],
        },
        {
          name: '指标',
          rows: [
            ['项目名称', '指标', '完成值'],
            ['甲', '完工', '很多'],
          ],
        },
        {
          name: '通讯录',
          rows: [
            ['项目名称', '电话'],
            ['甲', '123'],
          ],
        },
      ],
    });
    const { projects, faults } = await read('a.xlsx', file);
    expect(projects).toMatchObject([
      { name: '甲', expenditureFen: 300_000, results: [{ indicator: '完工' }] },
      { name: '乙' },
    ]);
    expect(faults).toEqual(['支出!B3 amount-negative', '指标!C2 result-unreadable']);
  });
});

describe('report file that cannot be read', () => {
  it.each([
    ['a.csv', '', 'empty-file'],
    ['a.csv', '甲,乙\n1,2', 'report-header-missing'],
    ['a.csv', '项目名称,指标', 'report-empty'],
    ['a.csv', '项目名称,项目名称\n甲,乙', 'column-twice'],
    ['a.xlsx', 'not a workbook', 'archive-damaged'],
    ['a.json', '{ "projects": [', 'unreadable-file'],
    ['a.docx', 'not a document', 'archive-damaged'],
    ['a.doc', 'x', 'unsupported-format'],
  ])('%s %j is refused as %s', async (name, text, code) => {
    const result = await read(name, bytes(text));
    expect(result.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it('names the faults of a JSON file as those of a request', async () => {
    const json = { projects: [{ name: '甲', expenditureFen: -1, results: [{ indicator: '乙', value: 1e20 }] }] };
    const { faults, projects } = await read('a.json', bytes(JSON.stringify(json)));
    expect(faults).toEqual(['projects.0.expenditureFen too-small', 'projects.0.results.0.value too-big']);
    // The names are read all the same, so that unknown ones are told of together with the faults.
    expect(projects).toMatchObject([{ name: '甲', results: [{ indicator: '乙' }] }]);
  });
});
