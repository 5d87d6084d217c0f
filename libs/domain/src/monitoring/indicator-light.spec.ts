import { describe, expect, it } from '@jest/globals';
import type { IndicatorAnswer } from '../reporting/report-types.js';
import { COUNTED_CASES as cases, lightIn } from '../testing/assessment-samples.js';

describe('R19: level', () => {
  it.each([
    ['≥90%', 'gte', 90, 90, 'green'],
    ['≥90%', 'gte', 90, 89.99, 'red'],
    ['>90%', 'gt', 90, 90, 'red'],
    ['>90%', 'gt', 90, 90.01, 'green'],
    ['≤10分钟', 'lte', 10, 10, 'green'],
    ['≤10分钟', 'lte', 10, 11, 'red'],
    ['<5', 'lt', 5, 5, 'red'],
    ['<5', 'lt', 5, 4.99, 'green'],
    ['=100%', 'eq', 100, 99.99, 'red'],
    ['=100%', 'eq', 100, 100, 'green'],
    ['=100%', 'eq', 100, 100.01, 'green'],
    ['=0起', 'eq', 0, 0, 'green'],
    ['=0起', 'eq', 0, 1, 'red'],
  ] as const)('R19: %s (%s %p) with %p is %s', (rawValue, operator, number, result, light) => {
    const direction = operator === 'lte' || operator === 'lt' || number === 0 ? 'atMost' : 'atLeast';
    expect(lightIn(6, { rawValue, operator, number, direction, unit: null }, result).light).toBe(light);
  });

  it('R17b, R19: without an operator the inferred direction decides', () => {
    const days = { rawValue: '48天/个', operator: 'eq', number: 48, unit: '天/个', operatorPrinted: false } as const;
    const atMost = { ...days, direction: 'atMost', directionInferred: true } as const;
    expect(lightIn(6, atMost, 48).light).toBe('green');
    expect(lightIn(6, atMost, 48.01).light).toBe('red');
    expect(lightIn(6, { ...atMost, direction: 'atLeast' }, 47).light).toBe('red');
  });

  it('R17: a level is never scaled by month: 91 % against ≥90 % in June is met, not 202 %', () => {
    expect(lightIn(6, {}, 91)).toMatchObject({
      light: 'green',
      standard: 90,
      ratioToStandard: null,
      completion: 101.11,
    });
  });

  it('R17(b): a year-end indicator is not due before its month, blank or not', () => {
    const satisfaction = { kind: 'yearEnd', name: '群众满意度', assessedFrom: 12 } as const;
    expect(lightIn(9, satisfaction, null)).toMatchObject({ light: 'grey', reason: 'not-due', missing: null });
    expect(lightIn(9, satisfaction, 10)).toMatchObject({ light: 'grey', reason: 'not-due' });
    expect(lightIn(12, satisfaction, 89.99)).toMatchObject({ light: 'red' });
    expect(lightIn(12, satisfaction, 90)).toMatchObject({ light: 'green' });
    expect(lightIn(12, satisfaction, null)).toMatchObject({ reason: 'not-reported', missing: 'answer' });
  });
});

describe('R20: qualitative', () => {
  const security = {
    kind: 'qualitative',
    operator: 'qualitative',
    number: null,
    unit: null,
    rawValue: '有效保障',
  } as const;

  it.each([
    ['met', 'green', 'outcome-met'],
    ['partly', 'yellow', 'outcome-partly'],
    ['unmet', 'red', 'outcome-unmet'],
  ] as const)('R20: %s is %s', (outcome, light, reason) => {
    expect(lightIn(6, security, { type: 'outcome', outcome })).toMatchObject({ light, reason, completion: null });
  });

  it('R20: empty is grey', () => {
    expect(lightIn(6, security, null)).toMatchObject({ light: 'grey', reason: 'not-reported', missing: 'answer' });
  });
});

describe('R21: dates', () => {
  const date = { kind: 'date', operator: 'date', number: null, unit: null, direction: null } as const;
  const due = (dueDate: string) => ({ ...date, dueDate, rawValue: dueDate });
  const notDone: IndicatorAnswer = { type: 'notDone' };
  const doneOn = (day: string): IndicatorAnswer => ({ type: 'doneOn', doneOn: day });

  it('R21: due by the last day and not done is red', () => {
    expect(lightIn(6, due('2023-06-30'), notDone)).toMatchObject({ light: 'red', reason: 'overdue' });
  });

  it('R21: due later and not done is grey', () => {
    expect(lightIn(6, due('2023-07-01'), notDone)).toMatchObject({ light: 'grey', reason: 'not-due' });
  });

  it('R21: done on or before the due day is green, also long before it', () => {
    expect(lightIn(6, due('2023-06-15'), doneOn('2023-06-15'))).toMatchObject({
      light: 'green',
      reason: 'done-in-time',
    });
    expect(lightIn(6, due('2023-12-31'), doneOn('2023-05-01')).light).toBe('green');
  });

  it('R21: done after the due day is red', () => {
    expect(lightIn(6, due('2023-06-15'), doneOn('2023-06-16'))).toMatchObject({ light: 'red', reason: 'done-late' });
  });

  it('R21: a day after the round is not done as of its last day', () => {
    expect(lightIn(6, due('2023-06-30'), doneOn('2023-07-01'))).toMatchObject({ light: 'red', reason: 'overdue' });
    expect(lightIn(6, due('2023-12-31'), doneOn('2023-07-01'))).toMatchObject({ light: 'grey', reason: 'not-due' });
  });

  it('R28: a blank is not due before its day and missing after it', () => {
    expect(lightIn(6, due('2023-12-31'), null)).toMatchObject({ reason: 'not-due', missing: null });
    expect(lightIn(6, due('2023-06-30'), null)).toMatchObject({ reason: 'not-reported', missing: 'answer' });
  });
});

describe('R28, R41 and other grey lights', () => {
  it('R28: not due, not reported, no data and zero are four different things', () => {
    const two = { ...cases, number: 2, unit: '台' };
    expect(lightIn(3, two, null)).toMatchObject({ light: 'grey', reason: 'not-due', missing: null });
    expect(lightIn(6, cases, null)).toMatchObject({
      light: 'grey',
      reason: 'not-reported',
      missing: 'answer',
      result: null,
    });
    expect(lightIn(6, cases, { type: 'noData', why: '系统停用' })).toMatchObject({
      light: 'grey',
      reason: 'no-data',
      missing: 'data',
    });
    expect(lightIn(6, cases, 0)).toMatchObject({ light: 'red', missing: null, result: 0 });
  });

  it('R41: 受援群众投诉率 ≥90 is grey until finance has confirmed it', () => {
    const complaints = { name: '受援群众投诉率(%)' };
    expect(lightIn(6, complaints, 2)).toMatchObject({ light: 'grey', reason: 'direction-to-confirm', missing: null });
    expect(lightIn(6, complaints, null)).toMatchObject({ reason: 'direction-to-confirm', missing: 'answer' });
    expect(lightIn(6, complaints, 2, {}, { directionConfirmed: true })).toMatchObject({ light: 'red' });
  });

  it('R41: 群众投诉下降率 ≥50 is judged', () => {
    expect(lightIn(6, { name: '群众投诉下降率（%）', number: 50, rawValue: '≥50%' }, 51).light).toBe('green');
  });

  it('an exempt project has only grey lights and misses nothing', () => {
    expect(lightIn(6, cases, 0, { exempt: true })).toMatchObject({ light: 'grey', reason: 'exempt' });
    expect(lightIn(6, cases, null, { exempt: true }).missing).toBeNull();
  });

  it('a target without a number, or an answer of another kind, is grey', () => {
    expect(lightIn(6, { number: null }, 5)).toMatchObject({ light: 'grey', reason: 'target-unclear' });
    expect(lightIn(6, cases, { type: 'outcome', outcome: 'met' })).toMatchObject({ reason: 'not-reported' });
    expect(lightIn(6, { kind: 'date', dueDate: null }, { type: 'notDone' })).toMatchObject({
      reason: 'target-unclear',
    });
  });
});
