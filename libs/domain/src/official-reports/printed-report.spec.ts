import { describe, expect, it } from '@jest/globals';
import { reportLines } from './printed-report.js';
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
});
