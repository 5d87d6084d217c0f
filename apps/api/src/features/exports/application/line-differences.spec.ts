import { describe, expect, it } from '@jest/globals';
import type { ReportLine } from '@jixiao/domain';
import { lineDifferences } from './line-differences.js';

const line = (section: string | null, text: string): ReportLine => ({ section, text });
const [BASICS, RESULTS] = ['一、项目支出基本情况', '三、监控情况'];
const LINES = [
  line(null, '法院'),
  line(null, '2026年1月至9月项目支出绩效运行监控报告'),
  ...[BASICS, '共两个项目。', '均已报送。', ''].map((text) => line(BASICS, text)),
  ...[RESULTS, '项目\n执行率', '慢项目\n10.00%', '图1　一个红灯'].map((text) => line(RESULTS, text)),
  line(null, '2026年10月31日'),
];
const TEXTS = LINES.map(({ text }) => text).filter((text) => text !== '');

describe('What a paper says otherwise, line by line', () => {
  it('differs in nothing where only white space does', () => {
    expect(lineDifferences(LINES, TEXTS)).toEqual([]);
    expect(lineDifferences(LINES, [...TEXTS.map((text) => ` ${text.replace(/\n/g, ' ')}`), '', ' '])).toEqual([]);
  });

  it('tells the line that was changed, taken out, or put in, with its section', () => {
    const changed = TEXTS.map((text) => text.replace('10.00%', '90.00%'));
    expect(lineDifferences(LINES, changed)).toEqual([
      { section: '三、监控情况', said: '慢项目\n10.00%', stands: '慢项目\n90.00%' },
    ]);
    expect(
      lineDifferences(
        LINES,
        TEXTS.filter((text) => text !== '均已报送。'),
      ),
    ).toEqual([{ section: '一、项目支出基本情况', said: '均已报送。', stands: null }]);
    const more = TEXTS.flatMap((text) => (text.startsWith('图1') ? [text, '一切良好。'] : [text]));
    expect(lineDifferences(LINES, more)).toEqual([{ section: '三、监控情况', said: null, stands: '一切良好。' }]);
  });

  it('finds several changes far apart, and does not take what moved for all that is between', () => {
    const changed = ['别的标题', ...TEXTS.slice(3), '多一行'];
    expect(lineDifferences(LINES, changed)).toEqual([
      { section: null, said: TEXTS[0], stands: '别的标题' },
      { section: null, said: TEXTS[1], stands: null },
      { section: '一、项目支出基本情况', said: '一、项目支出基本情况', stands: null },
      { section: null, said: null, stands: '多一行' },
    ]);
  });

  it('says of a document that has nothing of it that all of it is otherwise, however long that is', () => {
    const other = Array.from({ length: 400_000 }, (_, place) => `${place}`);
    expect(lineDifferences(LINES, other)).toHaveLength(other.length);
  });
});
