import { describe, expect, it } from '@jest/globals';
import { plan, sampleIndicator, sampleProject } from '../testing/assessment-samples.js';
import type { AssessmentInput } from './assessment-types.js';
import { assessProject } from './assess-project.js';

const good = sampleIndicator({}, 95);
const blank = sampleIndicator({}, null, { id: 'blank' });
const noData = sampleIndicator({}, { type: 'noData', why: '系统停用' }, { id: 'no-data' });
const bad = sampleIndicator({}, 10, { id: 'bad' });
const yearEnd = sampleIndicator({ kind: 'yearEnd', name: '群众满意度', assessedFrom: 12 }, null, { id: 'year-end' });

const assess = (changes: Partial<AssessmentInput>) => assessProject(sampleProject(changes));

describe('R28: late or blank data', () => {
  it('R28: before the deadline a due blank is grey and a reminder', () => {
    expect(assess({ indicators: [good, blank] })).toMatchObject({
      light: 'green',
      awaitingReport: true,
      notReported: false,
      missing: { expenditure: false, indicators: 1, withoutData: 0 },
    });
  });

  it.each([
    ['a blank', blank],
    ['no data', noData],
  ])('R28: after the deadline %s makes the project at best yellow', (_, indicator) => {
    expect(assess({ indicators: [good, indicator], deadlinePassed: true })).toMatchObject({
      light: 'yellow',
      reason: 'not-reported',
      notReported: true,
      awaitingReport: false,
      spend: { light: 'green' },
      goals: { light: 'green', counts: { green: 1, grey: 1 } },
    });
  });

  it('R28: "no data" is an answer: nothing is awaited', () => {
    expect(assess({ indicators: [noData] })).toMatchObject({
      awaitingReport: false,
      notReported: false,
      missing: { expenditure: false, indicators: 0, withoutData: 1 },
    });
  });

  it('R28: blanking a bad indicator does not turn the project green', () => {
    const reported = assess({ indicators: [good, bad], deadlinePassed: true });
    const blanked = assess({ indicators: [good, { ...bad, answer: null }], deadlinePassed: true });
    expect([reported.light, blanked.light]).toEqual(['red', 'yellow']);
  });

  it('R28: a red stays red', () => {
    expect(assess({ indicators: [bad, blank], deadlinePassed: true })).toMatchObject({
      light: 'red',
      reason: 'goals',
      notReported: true,
    });
  });

  it('R28: spending that is blank after the deadline makes the project yellow, also when all else is grey', () => {
    expect(assess({ expenditureFen: null, deadlinePassed: true, indicators: [yearEnd] })).toMatchObject({
      light: 'yellow',
      reason: 'not-reported',
      spend: { light: 'grey', reason: 'not-reported' },
      goals: { light: 'grey' },
      missing: { expenditure: true, indicators: 0, withoutData: 0 },
    });
  });

  it('R28: before the deadline an unreported project is grey and awaited', () => {
    expect(assess({ expenditureFen: null, indicators: [blank] })).toMatchObject({
      light: 'grey',
      reason: 'awaiting-report',
      awaitingReport: true,
    });
  });

  it('R28: what is not due is not missed', () => {
    expect(assess({ indicators: [yearEnd], deadlinePassed: true })).toMatchObject({
      light: 'green',
      notReported: false,
    });
  });

  it('R28: a project that starts after the round misses nothing', () => {
    const execution = sampleIndicator({ kind: 'executionRate', name: '预算执行率' }, null, { id: 'execution' });
    const later = assess({ startMonth: 9, expenditureFen: null, indicators: [blank, execution], deadlinePassed: true });
    expect(later).toMatchObject({ light: 'grey', reason: 'not-judged', notReported: false });
    expect(later.goals.indicators.map(({ reason }) => reason)).toEqual(['not-due', 'not-due']);
  });

  it('an exempt project is grey, and neither missed nor awaited', () => {
    for (const deadlinePassed of [true, false]) {
      expect(assess({ exempt: true, expenditureFen: null, indicators: [blank, bad], deadlinePassed })).toMatchObject({
        light: 'grey',
        reason: 'exempt',
        notReported: false,
        awaitingReport: false,
        goals: { light: 'grey', counts: { grey: 2 } },
      });
    }
  });
});

describe('R23: which part decides', () => {
  it.each([
    ['both', {}, [good], 'green', 'spend-and-goals'],
    ['goals', {}, [bad], 'red', 'goals'],
    ['spending', { expenditureFen: 0 }, [good], 'red', 'spend'],
    ['spending where goals are grey', {}, [yearEnd], 'green', 'spend'],
    ['nothing', { schedule: plan(0, 0, 0, 100), expenditureFen: 0 }, [yearEnd], 'grey', 'not-judged'],
  ] as const)('R23: %s', (_, changes, indicators, light, reason) => {
    expect(assess({ ...changes, indicators: [...indicators] })).toMatchObject({ light, reason });
  });
});

it('R49: names its rule pack and period, and gives the identical result again', () => {
  const input = sampleProject({ indicators: [good, blank, bad] });
  const first = assessProject(input);
  expect(first).toMatchObject({ rulePack: 'ratio@1', period: { year: 2023, month: 6 } });
  expect(assessProject(JSON.parse(JSON.stringify(input)) as AssessmentInput)).toEqual(first);
});
