import { describe, expect, it } from '@jest/globals';
import { lightIn, sampleIndicator, sampleProject, wan } from '../testing/assessment-samples.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import { assessProject } from './assess-project.js';
import type { AssessmentInput } from './assessment-types.js';
import { projectLight } from './project-light.js';
import { HEFEI_RULE_PACK, SHANXI_RULE_PACK } from './preset-packs.js';

const good = sampleIndicator({}, 95);
const bad = sampleIndicator({}, 10, { id: 'bad' });
const blank = sampleIndicator({}, null, { id: 'blank' });

describe('R13: the project light of preset hefei', () => {
  const inJune = (percent: number | null, changes: Partial<AssessmentInput>) =>
    assessProject(
      sampleProject({
        rulePack: HEFEI_RULE_PACK,
        adjustedBudgetFen: wan(100),
        expenditureFen: percent === null ? null : wan(percent),
        ...changes,
      }),
    );

  it.each([
    [50, good, 'green', 'spend-and-goals'],
    [50, bad, 'yellow', 'goals-off'],
    [49.99, good, 'red', 'spend'],
    [49.99, bad, 'red', 'spend-and-goals'],
    [50, blank, 'green', 'spend'],
  ] as const)('R13: %p %% in June', (percent, indicator, light, reason) => {
    expect(inJune(percent, { indicators: [indicator] })).toMatchObject({ light, reason, rulePack: 'hefei@1' });
  });

  it('R13: yellow and red goals are off, green and blue ones ok, grey ones not judged', () => {
    const goals = ['red', 'yellow', 'green', 'blue', 'grey'] as const;
    expect(goals.map((light) => projectLight('green', light, false, 'hefei'))).toEqual([
      ...['yellow', 'yellow'],
      ...['green', 'green', 'green'],
    ]);
    expect(goals.map((light) => projectLight('red', light, false, 'hefei'))).toEqual(goals.map(() => 'red'));
    expect(goals.map((light) => projectLight('grey', light, false, 'hefei'))).toEqual([
      ...['yellow', 'yellow'],
      ...['green', 'green', 'grey'],
    ]);
  });

  it('R13, R28: a blank after the deadline is at best yellow', () => {
    const late = { deadlinePassed: true, indicators: [good, blank] };
    expect(inJune(50, late)).toMatchObject({ light: 'yellow', reason: 'not-reported' });
    expect(inJune(49.99, late)).toMatchObject({ light: 'red', reason: 'spend' });
    expect(inJune(null, { deadlinePassed: true })).toMatchObject({ light: 'yellow', reason: 'not-reported' });
    expect(inJune(50, { deadlinePassed: true, indicators: [bad, blank] })).toMatchObject({ reason: 'goals-off' });
  });
});

describe('R18, R19: preset shanxi', () => {
  const shanxi = { rulePack: SHANXI_RULE_PACK };
  const light = (month: number, target: Partial<IndicatorTarget>, result: number | null) =>
    lightIn(month, target, result, shanxi);
  const underQuantity = { level2: '数量指标', kind: 'level' } as const;

  it.each([
    [26.99, 'red'],
    [27, 'yellow'],
    [35.99, 'yellow'],
    [36, 'green'],
  ] as const)('R18: under 数量 a level of ≥90%% is scaled by the month: %p in June is %s', (result, colour) => {
    expect(light(6, underQuantity, result)).toMatchObject({ light: colour, standard: 45 });
  });

  it('R18: is judged by the limits of month 12 against the whole target', () => {
    const december = [53.99, 54, 89.99, 90, 108].map((result) => light(12, underQuantity, result).light);
    expect(december).toEqual(['red', 'yellow', 'yellow', 'green', 'blue']);
  });

  it('R18: a percentage is not rounded down as pieces are', () => {
    const rate = { ...underQuantity, rawValue: '≥95%', number: 95 };
    expect(light(6, rate, 40).standard).toBe(47.5);
    expect(light(6, { ...rate, kind: 'cumulative', unit: '件' }, 40).standard).toBe(47);
  });

  it.each([
    ['经济效益指标', '效益指标'],
    ['社会效益', '效益指标'],
    ['服务对象满意度指标', '满意度指标'],
  ])('R18: scales under %s', (level2, level1) => {
    expect(light(6, { level1, level2 }, 40)).toMatchObject({ light: 'green', standard: 45 });
  });

  it.each([
    ['a progress rate', 'progressRate'],
    ['a count', 'cumulative'],
    ['a level', 'level'],
  ] as const)('R19: %s under 质量 is compared as it stands', (_, kind) => {
    expect(light(6, { kind, level2: '质量指标' }, 89.99)).toMatchObject({ light: 'red', reason: 'target-missed' });
    expect(light(6, { kind, level2: '质量指标' }, 90)).toMatchObject({ light: 'green', reason: 'target-met' });
  });

  it('R49: stores the kind by which it judged, only where that is another one', () => {
    expect(light(6, underQuantity, 40).basis).toMatchObject({ kind: 'level', judgedAs: 'cumulative' });
    expect(light(6, { level2: '质量指标' }, 40).basis).not.toHaveProperty('judgedAs');
    expect(lightIn(6, underQuantity, 40).basis).not.toHaveProperty('judgedAs');
  });

  it('R17: satisfaction is not due before month 12, but counts where it is given', () => {
    const satisfaction = {
      kind: 'yearEnd',
      assessedFrom: 12,
      level1: '满意度指标',
      level2: '服务对象满意度指标',
    } as const;
    expect(light(6, satisfaction, null)).toMatchObject({ light: 'grey', reason: 'not-due', missing: null });
    expect(light(6, satisfaction, 20)).toMatchObject({ light: 'red', reason: 'behind-standard' });
    expect(lightIn(6, satisfaction, 20)).toMatchObject({ light: 'grey', reason: 'not-due' });
  });

  it('R19: an upper limit under 数量 stays a level: less is better', () => {
    const limit = { ...underQuantity, operator: 'lte', number: 10, unit: '件', direction: 'atMost' } as const;
    expect([0, 10, 11].map((result) => light(6, limit, result).light)).toEqual(['green', 'green', 'red']);
  });

  it('R20, R21, R7: outcomes, dates and the execution rate are judged as always', () => {
    const words = { ...underQuantity, kind: 'qualitative', operator: 'qualitative', number: null } as const;
    expect(lightIn(6, words, { type: 'outcome', outcome: 'partly' }, shanxi).light).toBe('yellow');
    const day = { ...underQuantity, kind: 'date', operator: 'date', number: null, dueDate: '2023-06-30' } as const;
    expect(lightIn(6, day, { type: 'notDone' }, shanxi).light).toBe('red');
    const rate = { level2: '质量指标', kind: 'executionRate', name: '预算执行率' } as const;
    expect(lightIn(6, rate, null, { ...shanxi, expenditureFen: wan(100) })).toMatchObject({
      light: 'green',
      ratioToStandard: 94.24,
    });
  });

  it('R28: what is made cumulative and expects nothing yet is not missed', () => {
    const machines = { ...underQuantity, number: 2, unit: '台' };
    expect(light(3, machines, null)).toMatchObject({ reason: 'not-due', missing: null });
    expect(lightIn(3, machines, null)).toMatchObject({ reason: 'not-reported', missing: 'answer' });
  });
});
