import { describe, expect, it } from '@jest/globals';
import { blockText, isBlock, layBlock, readBlock } from './clipboard.js';
import { rangeBetween } from './move.js';
import { COLUMNS, type SheetRow } from './sheet-rows.js';

const row = (key: string, editable: SheetRow['editable']): SheetRow => ({
  key,
  kind: 'indicator',
  projectId: 'p',
  indicator: 0,
  editable,
});
const ROWS = [
  row('p/fiscal', ['value', 'reasons', 'reasonNote']),
  row('p/other', ['value']),
  row('p/rate', COLUMNS.slice(1)),
  row('p/a', COLUMNS),
  row('q/fiscal', ['value', 'reasons', 'reasonNote']),
];

describe('a block copied from a spreadsheet', () => {
  it.each([
    [
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1\r\n2\r\n', [['1'], ['2']]],
    ['1\t\t3', [['1', '', '3']]],
    ['"他说 ""好"""\t2', [['他说 "好"', '2']]],
    ['"第一行\n第二行"\t2\n3', [['第一行\n第二行', '2'], ['3']]],
    ['"not closed\t2', [['"not closed', '2']]],
    ['5" pipe', [['5" pipe']]],
    ['\n7', [[''], ['7']]],
  ])('is read as its cells: %j', (text, cells) => expect(readBlock(text)).toEqual(cells));

  it('is told apart from a single cell, which ends with a line break as well', () => {
    expect(isBlock('12\r\n')).toBe(false);
    expect(isBlock('12')).toBe(false);
    expect(isBlock('1\t2')).toBe(true);
    expect(isBlock('1\n2\n')).toBe(true);
  });
});

describe('pasting a block', () => {
  it('runs down over what takes input, through the next project', () => {
    const cells = layBlock(ROWS, { row: 'p/fiscal', column: 'value' }, [['1'], ['2'], ['3'], ['4']]);
    expect(cells.map(({ at }) => at?.row)).toEqual(['p/fiscal', 'p/other', 'p/a', 'q/fiscal']);
    expect(cells.map(({ text }) => text)).toEqual(['1', '2', '3', '4']);
  });

  it('runs to the right, and names what has no cell there', () => {
    const cells = layBlock(ROWS, { row: 'p/fiscal', column: 'reasonNote' }, [['说明', '确定能']]);
    expect(cells).toEqual([
      { at: { row: 'p/fiscal', column: 'reasonNote' }, text: '说明' },
      { at: null, text: '确定能' },
    ]);
  });

  it('keeps the list of what stands below the last line, and passes over blanks there', () => {
    const cells = layBlock(ROWS, { row: 'q/fiscal', column: 'value' }, [['1'], ['2'], ['']]);
    expect(cells).toEqual([
      { at: { row: 'q/fiscal', column: 'value' }, text: '1' },
      { at: null, text: '2' },
    ]);
  });

  it('takes a cell of several lines as one line', () => {
    expect(layBlock(ROWS, { row: 'p/a', column: 'note' }, [['一\n 二']])[0]?.text).toBe('一 二');
  });
});

describe('copying a block', () => {
  it('comes back as the same cells', () => {
    const texts = new Map([
      ['p/fiscal|value', '1,234'],
      ['p/fiscal|reasons', '其他'],
      ['p/other|value', '含\t"引号"'],
    ]);
    const range = rangeBetween(ROWS, { row: 'p/other', column: 'reasons' }, { row: 'p/fiscal', column: 'value' });
    const text = blockText(ROWS, range, (at) => texts.get(`${at.row}|${at.column}`) ?? '');
    expect(readBlock(text)).toEqual([
      ['1,234', '其他'],
      ['含\t"引号"', ''],
    ]);
  });
});
