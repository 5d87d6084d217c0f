import { describe, expect, it } from '@jest/globals';
import type { StagedProject } from '../../shared/api/schema.gen.js';
import {
  amountCorrection,
  amountDraft,
  codeCorrection,
  judgementCorrection,
  judgementDraft,
  nameCorrection,
  namesCorrection,
  namesDraft,
  readNumber,
  scheduleCorrection,
  takeBack,
  takeBackIndicator,
  valueCorrection,
  valueDraft,
} from './corrections.js';
import type { StagedIndicator } from './imports.api.js';

const indicator = (changes: Partial<StagedIndicator> = {}): StagedIndicator => ({
  index: 3,
  level1: '产出指标',
  level2: '数量指标',
  name: '购置设备',
  description: null,
  rawValue: '12台',
  operator: 'eq',
  number: 12,
  unit: '台',
  dueDate: null,
  gate: null,
  direction: 'atLeast',
  directionInferred: true,
  kind: 'cumulative',
  assessedFrom: 1,
  weight: null,
  basis: null,
  at: 'table 1 row 9',
  valueAt: 'table 1 row 9 cell 5',
  corrected: [],
  understood: null,
  warnings: [],
  ...changes,
});
const project = (changes: Partial<StagedProject> = {}): StagedProject =>
  ({
    name: '诉讼服务中心改造',
    code: null,
    budgetFen: 58_600_000,
    fiscalFundsFen: null,
    otherFundsFen: null,
    schedule: null,
    ...changes,
  }) as StagedProject;
const MONTHS = [3, 6, 10, 12];

describe('correcting a project', () => {
  it('sends the amount in 分 where it differs, and nothing where it does not', () => {
    expect(amountCorrection(project(), 'budgetFen', '60')).toEqual({ ok: true, value: { budgetFen: 60_000_000 } });
    expect(amountCorrection(project(), 'budgetFen', '58.6')).toEqual({ ok: true, value: null });
    expect(amountCorrection(project(), 'budgetFen', ' ')).toEqual({ ok: true, value: { budgetFen: null } });
  });

  it('says what is wrong with an amount', () => {
    expect(amountCorrection(project(), 'budgetFen', 'abc')).toEqual({ ok: false, error: 'amount-unreadable' });
    expect(amountCorrection(project(), 'budgetFen', '-1')).toEqual({ ok: false, error: 'amount-negative' });
  });

  it('begins editing with the amount in full', () => {
    expect(amountDraft(project({ budgetFen: 1_234_567 }), 'budgetFen')).toBe('1.234567');
    expect(amountDraft(project(), 'otherFundsFen')).toBe('');
  });

  it('keeps a name and may drop a code', () => {
    expect(nameCorrection(project(), '  ')).toEqual({ ok: false, error: 'text-missing' });
    expect(nameCorrection(project(), ' 新名称 ')).toEqual({ ok: true, value: { name: '新名称' } });
    expect(codeCorrection(project({ code: 'X' }), '')).toEqual({ ok: true, value: { code: null } });
    expect(codeCorrection(project(), ' ')).toEqual({ ok: true, value: null });
  });

  it('R4: takes a cumulative schedule, refuses another and lets it be left out', () => {
    const schedule = MONTHS.map((month, at) => ({ month, percent: [25, 50, 75, 100][at] ?? 0 }));
    expect(scheduleCorrection(project(), MONTHS, ['25', '50%', '75', '100'])).toEqual({
      ok: true,
      value: { schedule },
    });
    expect(scheduleCorrection(project({ schedule }), MONTHS, ['25', '50', '75', '100'])).toEqual({
      ok: true,
      value: null,
    });
    expect(scheduleCorrection(project({ schedule }), MONTHS, ['', '', '', ' '])).toEqual({
      ok: true,
      value: { schedule: null },
    });
    const fault = (...typed: string[]) => scheduleCorrection(project(), MONTHS, typed);
    expect(fault('25', '20', '80', '100')).toEqual({ ok: false, error: 'schedule-decreasing' });
    expect(fault('25', '25', '25', '25')).toEqual({ ok: false, error: 'schedule-looks-non-cumulative' });
    expect(fault('25', '', '80', '100')).toEqual({ ok: false, error: 'schedule-wrong-count' });
  });
});

describe('correcting an indicator', () => {
  it('sends only what differs, with the index of the indicator', () => {
    const draft = { ...valueDraft(indicator()), operator: 'gte' as const };
    expect(valueCorrection(indicator(), draft)).toEqual({ ok: true, value: { index: 3, operator: 'gte' } });
    expect(valueCorrection(indicator(), valueDraft(indicator()))).toEqual({ ok: true, value: null });
  });

  it('R16: words have no number, a day has only the day', () => {
    const draft = valueDraft(indicator());
    expect(valueCorrection(indicator(), { ...draft, operator: 'qualitative' })).toEqual({
      ok: true,
      value: { index: 3, operator: 'qualitative', number: null, unit: null },
    });
    expect(valueCorrection(indicator(), { ...draft, operator: 'date', dueDate: '2027-10-31' })).toEqual({
      ok: true,
      value: { index: 3, operator: 'date', number: null, unit: null, dueDate: '2027-10-31' },
    });
    expect(valueCorrection(indicator(), { ...draft, operator: 'date' })).toEqual({ ok: false, error: 'day-missing' });
  });

  it('reads numbers as people type them', () => {
    expect(['1,200', '９５', '-3.5', '−2', ' 7 '].map(readNumber)).toEqual([1200, 95, -3.5, -2, 7]);
    expect(['', '12台', '1,20', '1e3'].map(readNumber)).toEqual([null, null, null, null]);
    expect(valueCorrection(indicator(), { ...valueDraft(indicator()), number: 'x' })).toEqual({
      ok: false,
      error: 'number-unreadable',
    });
  });

  it('needs a name and a first level, not a second one', () => {
    const draft = namesDraft(indicator());
    expect(namesCorrection(indicator(), { ...draft, level2: '' })).toEqual({
      ok: true,
      value: { index: 3, level2: '' },
    });
    expect(namesCorrection(indicator(), { ...draft, name: ' ' })).toEqual({ ok: false, error: 'text-missing' });
  });

  it('R17: a kind without comparison has no direction, and only year-end waits for a month', () => {
    const draft = judgementDraft(indicator());
    expect(judgementCorrection(indicator(), { ...draft, kind: 'yearEnd', assessedFrom: 12 })).toEqual({
      ok: true,
      value: { index: 3, kind: 'yearEnd', assessedFrom: 12 },
    });
    expect(judgementCorrection(indicator(), { ...draft, kind: 'qualitative' })).toEqual({
      ok: true,
      value: { index: 3, kind: 'qualitative', direction: null },
    });
    expect(judgementCorrection(indicator({ assessedFrom: 12 }), { ...draft, kind: 'level', assessedFrom: 12 })).toEqual(
      {
        ok: true,
        value: { index: 3, kind: 'level', assessedFrom: 1 },
      },
    );
  });
});

describe('taking a correction back', () => {
  const understood = {
    name: 'a',
    code: null,
    budgetFen: 100,
    fiscalFundsFen: null,
    otherFundsFen: null,
    schedule: null,
  };

  it('gives the field of a project what was read, and only where that was corrected to something else', () => {
    const corrected = project({ ...understood, budgetFen: 200, understood, correctedFields: ['budgetFen'] });
    expect(takeBack(corrected, 'budgetFen')).toEqual({ budgetFen: 100 });
    expect(takeBack(corrected, 'name')).toBeNull();
    expect(takeBack({ ...corrected, understood: null }, 'budgetFen')).toBeNull();
    expect(takeBack({ ...corrected, budgetFen: 100 }, 'budgetFen')).toBeNull();
  });

  it('gives the corrected fields of one cell of an indicator what was read', () => {
    const read = indicator();
    const corrected = indicator({ number: 14, operator: 'gte', name: 'x', corrected: ['number', 'operator', 'name'] });
    expect(takeBackIndicator({ ...corrected, understood: read }, ['operator', 'number', 'unit'])).toEqual({
      index: 3,
      operator: 'eq',
      number: 12,
    });
    expect(takeBackIndicator({ ...corrected, understood: read }, ['kind'])).toBeNull();
    expect(takeBackIndicator(corrected, ['number'])).toBeNull();
  });
});
