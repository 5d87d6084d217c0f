import { describe, expect, it } from '@jest/globals';
import type { Block } from './document-types.js';
import { blocksOfText } from './text-blocks.js';

const HEADER = '\t一级指标\n\t二级指标\n\t三级指标\n\t绩效指标描述\n\t指标值\n\t指标值确定依据\n\n';

/** Blocks in short: a text as itself, a row as the list of its cells. */
const shapes = (text: string): (string | string[])[] =>
  blocksOfText(text).map((block: Block) => (block.kind === 'text' ? block.text : block.cells.map((cell) => cell.text)));

const rowsBelowHeader = (text: string): (string | string[])[] => shapes(`甲绩效目标表\n${HEADER}${text}`).slice(2);

describe('blocks of the text export', () => {
  it('§11: a line that starts with TAB is a cell, a blank line ends the row', () => {
    expect(shapes('标题\n\n\t项目编码\n\tA\n\n\t预算数\n\t5\n')).toEqual(['标题', ['项目编码', 'A'], ['预算数', '5']]);
  });

  it('gives every block and cell the line it begins in', () => {
    expect(blocksOfText('标题\r\n\r\n\t项目\r\n编码\r\n\tA\r\n')).toEqual([
      { kind: 'text', text: '标题', at: 'line 1' },
      {
        kind: 'row',
        at: 'line 3',
        cells: [
          { text: '项目\n编码', at: 'line 3' },
          { text: 'A', at: 'line 5' },
        ],
      },
    ]);
  });

  it('§11: a line without TAB directly below a cell continues it', () => {
    expect(shapes('\t绩效目标\n\t1.甲\n2.乙\n')).toEqual([['绩效目标', '1.甲\n2.乙']]);
  });

  it('§11: blank cells keep their place, also at the end of a row', () => {
    expect(shapes('\t其他资金\n\t  \n\n\t\n\t用途\n')).toEqual([
      ['其他资金', ''],
      ['', '用途'],
    ]);
  });

  it('§11: a heading without a blank line before its table stays a heading', () => {
    expect(shapes('[bookmark: _Toc1]1、甲绩效目标表\n\t336001乙法院\n')).toEqual(['1、甲绩效目标表', ['336001乙法院']]);
  });

  it('§11: a heading directly below the last cell of the table before it is not part of that cell', () => {
    expect(shapes('\t项目名称\n\t甲\n2、乙绩效目标表\n\t项目名称\n')).toEqual([
      ['项目名称', '甲'],
      '2、乙绩效目标表',
      ['项目名称'],
    ]);
  });

  it('joins a heading that is split over two lines', () => {
    expect(shapes('3、乙\n绩效目标表\n\n\t项目名称\n')).toEqual(['3、乙绩效目标表', ['项目名称']]);
  });

  it('§11: bookmark noise disappears, even inside a value', () => {
    expect(shapes('\t[bookmark: _GoBack]≥95%\n')).toEqual([['≥95%']]);
  });

  it('turns tabs inside a cell into spaces and drops them at its end', () => {
    expect(shapes('\t1.甲\t乙。\t\t\t\n')).toEqual([['1.甲 乙。']]);
  });

  it('§11: blank lines inside cells do not break an indicator row (name, two blanks, description)', () => {
    const row = '\t\n\t成本指标\n\t经济性\n\n\n\t经济性\n\n\n\t≤100%\n\t计划\n\n';
    expect(rowsBelowHeader(`${row}\t效益指标\n\t经济效益指标\n\t效率\n\t效率\n\t≥80%\n\t计划\n`)).toEqual([
      ['', '成本指标', '经济性', '经济性', '≤100%', '计划'],
      ['效益指标', '经济效益指标', '效率', '效率', '≥80%', '计划'],
    ]);
  });

  it('joins text after a blank line to its cell where the row goes on', () => {
    expect(rowsBelowHeader('\t\n\t质量指标\n\t合格率\n\n（含照片）\n\n\t描述\n\t≥98%\n\t标准\n')).toEqual([
      ['', '质量指标', '合格率\n（含照片）', '描述', '≥98%', '标准'],
    ]);
  });

  it('keeps a row that was cut off apart from the next row', () => {
    expect(rowsBelowHeader('\t\n\t质量指标\n\t合格率\n\n\t满意度指标\n\t服务对象满意度指标\n\t满意度\n')).toEqual([
      ['', '质量指标', '合格率'],
      ['满意度指标', '服务对象满意度指标', '满意度'],
    ]);
  });

  it('separates full rows that no blank line separates', () => {
    const row = '\t\n\t质量指标\n\t名\n\t描述\n\t≥98%\n\t标准\n';
    expect(rowsBelowHeader(row + row)).toHaveLength(2);
  });

  it('§11: page breaks and page numbers inside a table leave its rows alone', () => {
    const row = '\t\n\t质量指标\n\t名\n\t描述\n\t≥98%\n\t标准\n\n';
    expect(rowsBelowHeader(`${row}\f${'\n'.repeat(30)}- 3 -\n\n${row}`)).toHaveLength(2);
  });

  it('tells a heading without 绩效目标表 by the table that follows it', () => {
    const row = '\t\n\t质量指标\n\t名\n\t描述\n\t≥98%\n\t标准\n\n';
    expect(rowsBelowHeader(`${row}3、基层经费\n\t336001乙法院\n\t单位：万元\n`)).toEqual([
      ['', '质量指标', '名', '描述', '≥98%', '标准'],
      '3、基层经费',
      ['336001乙法院', '单位：万元'],
    ]);
  });

  it('completes a schedule row over blank lines inside its cells', () => {
    const header = '\t资金支出计划（%）\n\t3月底\n\t6月底\n\t10月底\n\t12月底\n\n';
    expect(shapes(`${header}\t\n\t25%\n\n\t50%\n\t75%\n\n\n\t100%\n`)[1]).toEqual(['', '25%', '50%', '75%', '100%']);
  });

  it('gives no block for a text without any', () => {
    expect(blocksOfText('')).toEqual([]);
    expect(blocksOfText('\n \n\u3000\n')).toEqual([]);
  });
});
