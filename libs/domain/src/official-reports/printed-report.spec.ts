import { describe, expect, it } from '@jest/globals';
import { reportDifferences, reportLines } from './printed-report.js';
import type { ReportContent } from './report-content.js';

const paragraph = (id: string, text: string) =>
  ({ type: 'paragraph', id, sentences: [], edited: { text, by: 'clerk', at: '2026-10-10T00:00:00.000Z' } }) as const;

const CONTENT: ReportContent = {
  kind: 'monitoring',
  title: '法院2026年1月至9月项目支出绩效运行监控报告',
  issuer: '法院',
  sections: [
    {
      id: 'basics',
      heading: '一、项目支出基本情况',
      blocks: [paragraph('a', '共两个项目。\n均已报送。'), paragraph('b', '')],
    },
    {
      id: 'results',
      heading: '三、监控情况',
      blocks: [
        { type: 'heading', id: 'h', text: '（一）预算执行' },
        {
          type: 'table',
          id: 't',
          title: '项目执行',
          columns: [
            { title: '项目', align: 'left', width: 2 },
            { title: '执行率', align: 'right', width: 1 },
          ],
          rows: [{ cells: ['慢项目', '10.00%'], sources: [] }],
          note: '单位：万元',
        },
        { type: 'chart', id: 'c', title: '一个红灯', data: { kind: 'grades', bars: [] } },
      ],
    },
  ],
};
const LINES = reportLines(CONTENT, '2026年10月31日');
const TEXTS = LINES.map(({ text }) => text).filter((text) => text !== '');

describe('What an official report says in print', () => {
  it('has every line with the section that it stands in, tables and pictures counted', () => {
    expect(TEXTS).toEqual([
      '法院',
      '2026年1月至9月项目支出绩效运行监控报告',
      '一、项目支出基本情况',
      '共两个项目。',
      '均已报送。',
      '三、监控情况',
      '（一）预算执行',
      '表1　项目执行',
      '项目\n执行率',
      '慢项目\n10.00%',
      '注：单位：万元',
      '图1　一个红灯',
      '法院',
      '2026年10月31日',
    ]);
    expect(LINES.find(({ text }) => text === '均已报送。')?.section).toBe('一、项目支出基本情况');
    expect(LINES.at(-1)?.section).toBeNull();
    expect(reportLines(CONTENT, null).at(-1)?.text).toBe('法院');
  });

  it('differs in nothing where only white space does', () => {
    expect(reportDifferences(LINES, TEXTS)).toEqual([]);
    expect(reportDifferences(LINES, [...TEXTS.map((text) => ` ${text.replace(/\n/g, ' ')}`), '', ' '])).toEqual([]);
  });

  it('tells the line that was changed, taken out, or put in, with its section', () => {
    const changed = TEXTS.map((text) => text.replace('10.00%', '90.00%'));
    expect(reportDifferences(LINES, changed)).toEqual([
      { section: '三、监控情况', said: '慢项目\n10.00%', stands: '慢项目\n90.00%' },
    ]);
    expect(
      reportDifferences(
        LINES,
        TEXTS.filter((text) => text !== '均已报送。'),
      ),
    ).toEqual([{ section: '一、项目支出基本情况', said: '均已报送。', stands: null }]);
    const more = TEXTS.flatMap((text) => (text.startsWith('图1') ? [text, '一切良好。'] : [text]));
    expect(reportDifferences(LINES, more)).toEqual([{ section: '三、监控情况', said: null, stands: '一切良好。' }]);
  });

  it('finds several changes far apart, and does not take what moved for all that is between', () => {
    const changed = ['别的标题', ...TEXTS.slice(3), '多一行'];
    expect(reportDifferences(LINES, changed)).toEqual([
      { section: null, said: TEXTS[0], stands: '别的标题' },
      { section: null, said: TEXTS[1], stands: null },
      { section: '一、项目支出基本情况', said: '一、项目支出基本情况', stands: null },
      { section: null, said: null, stands: '多一行' },
    ]);
  });

  it('says of a document that has nothing of it that all of it is otherwise, however long that is', () => {
    const other = Array.from({ length: 400_000 }, (_, place) => `${place}`);
    expect(reportDifferences(LINES, other)).toHaveLength(other.length);
  });
});
