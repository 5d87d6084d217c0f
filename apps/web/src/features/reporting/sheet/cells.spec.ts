import { describe, expect, it } from '@jest/globals';
import type { IndicatorKind } from '@jixiao/domain';
import type { ReportForm } from '../report-form.js';
import { cellText, choicesOf, completedChoice, putCell, toggledReason, type FormCell } from './cells.js';
import type { Column } from './sheet-rows.js';

const blank = (): ReportForm => ({
  fiscal: '',
  other: '',
  expected: '',
  reasons: [],
  reasonNote: '',
  differenceNote: '',
  indicators: {
    i: {
      mode: 'answer',
      value: '',
      outcome: '',
      text: '',
      doneOn: '',
      noData: '',
      expected: '',
      reasons: [],
      reasonNote: '',
      likelihood: '',
      note: '',
    },
  },
});
const ofKind = (kind: IndicatorKind, column: Column = 'value'): FormCell => ({
  kind: 'indicator',
  column,
  target: { id: 'i', kind, unit: null },
});

describe('a cell of the sheet', () => {
  it.each<[string, FormCell, string, string]>([
    ['an amount', { kind: 'fiscal', column: 'value', target: null }, '1,234.5', '1,234.5'],
    ['a reason for the spending', { kind: 'fiscal', column: 'reasons', target: null }, 'staff, 其他', '人员保障、其他'],
    ['the note on a difference', { kind: 'treasury', column: 'reasonNote', target: null }, '跨月', '跨月'],
    ['a figure as it stands', ofKind('cumulative'), '１2件', '１2件'],
    ['an outcome', ofKind('qualitative'), '部分达成', '部分达成'],
    ['an outcome in English', ofKind('qualitative'), 'met', '达成'],
    ['a day as printed', ofKind('date'), '2026年9月3日', '2026-09-03'],
    ['a day with slashes', ofKind('date'), '2026/9/3', '2026-09-03'],
    ['"not done yet" (R21)', ofKind('date'), '尚未完成', '未完成'],
    ['"no data" with its reason (R28)', ofKind('cumulative'), '无数据: 系统未上线', '无数据：系统未上线'],
    ['a likelihood (R26)', ofKind('level', 'likelihood'), '完全不可能', '完全不可能'],
    ['a note', ofKind('level', 'note'), '备注', '备注'],
    ['a blank, which takes the answer back', ofKind('qualitative'), '', ''],
  ])('takes %s', (_, cell, typed, shown) => {
    const form = blank();
    putCell(form, ofKind('qualitative'), '达成');
    if (cell.column !== 'value' || cell.target?.kind !== 'qualitative') putCell(form, ofKind('qualitative'), '');
    expect(putCell(form, cell, typed)).toBeNull();
    expect(cellText(form, cell, 'zh')).toBe(shown);
  });

  it.each<[string, FormCell, string, string]>([
    ['a figure for an outcome', ofKind('qualitative'), '95', 'outcome-unreadable'],
    ['a day for an outcome', ofKind('qualitative'), '2026-09-01', 'outcome-unreadable'],
    ['an outcome for a day', ofKind('date'), '达成', 'date-unreadable'],
    ['a day that does not exist', ofKind('date'), '2026-02-30', 'date-unreadable'],
    ['an unknown reason', ofKind('level', 'reasons'), '经费保障、天气', 'choice-unreadable'],
    ['an unknown likelihood', ofKind('level', 'likelihood'), '也许', 'choice-unreadable'],
    ['a text that is too long', ofKind('level', 'note'), '长'.repeat(2001), 'text-too-long'],
  ])('does not take %s, and the form stays as it is', (_, cell, typed, fault) => {
    const form = blank();
    expect(putCell(form, cell, typed)).toBe(fault);
    expect(form).toEqual(blank());
  });

  it('gives up a figure for "no data" and the other way round: there is one answer', () => {
    const form = blank();
    putCell(form, ofKind('cumulative'), '5');
    putCell(form, ofKind('cumulative'), '无数据：停机');
    expect(form.indicators.i).toMatchObject({ mode: 'noData', noData: '停机', value: '' });
    putCell(form, ofKind('cumulative'), '6');
    expect(form.indicators.i).toMatchObject({ mode: 'answer', noData: '', value: '6' });
  });

  it("is shown and read in the reader's language", () => {
    const form = blank();
    putCell(form, ofKind('level', 'reasons'), '人员保障、其他');
    expect(cellText(form, ofKind('level', 'reasons'), 'en')).toBe('staff、other');
    expect(putCell(form, ofKind('level', 'reasons'), 'staff、other')).toBeNull();
    expect(form.indicators.i?.reasons).toEqual(['staff', 'other']);
  });

  it('offers what it takes', () => {
    expect(choicesOf(ofKind('qualitative'), 'zh')).toEqual(['达成', '部分达成', '未达成', '无数据：']);
    expect(choicesOf(ofKind('date'), 'zh')).toEqual(['未完成', '无数据：']);
    expect(choicesOf(ofKind('level', 'note'), 'zh')).toEqual([]);
    for (const choice of choicesOf(ofKind('level', 'likelihood'), 'en'))
      expect(putCell(blank(), ofKind('level', 'likelihood'), choice)).toBeNull();
  });
});

describe('a choice that is typed', () => {
  const choices = ['达成', '部分达成', '未达成'];
  it('is its number, or what only one begins with', () => {
    expect(completedChoice('2', choices)).toBe('部分达成');
    expect(completedChoice('部', choices)).toBe('部分达成');
    expect(completedChoice('9', choices)).toBe('9');
    expect(completedChoice('完', choices)).toBe('完');
    expect(completedChoice('', choices)).toBe('');
  });

  it('of several reasons is added and taken away', () => {
    expect(toggledReason('', '其他')).toBe('其他');
    expect(toggledReason('经费保障、其他', '人员保障')).toBe('经费保障、其他、人员保障');
    expect(toggledReason('经费保障、其他', '经费保障')).toBe('其他');
  });
});
