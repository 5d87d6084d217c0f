import { describe, expect, it } from '@jest/globals';
import {
  asksDirection,
  blankIndicator,
  faultsOf,
  knownLevels,
  newIndicatorOf,
  rawValueOf,
  understood,
  type AddedDraft,
} from './added-indicator.js';

const YEAR = 2026;
const typed = (change: Partial<AddedDraft>): AddedDraft => ({
  ...blankIndicator(1),
  level2: '时效指标',
  name: '平均用时',
  ...change,
});

describe('An indicator that is added', () => {
  it('stands under the framework’s levels, or those that the project has besides', () => {
    const levels = knownLevels([
      { level1: '产出指标', level2: '成本指标' },
      { level1: '产出指标', level2: '数量指标' },
      { level1: '其他指标', level2: '其他' },
    ]);
    expect(levels.get('产出指标')).toEqual(['数量指标', '质量指标', '时效指标', '成本指标']);
    expect(levels.get('其他指标')).toEqual(['其他']);
    expect(knownLevels([]).get('满意度指标')).toEqual(['服务对象满意度指标']);
  });

  it('R16: has the unit that stands beside its number, unless one is typed with it', () => {
    expect(rawValueOf(typed({ value: ' ≥1090 ', unit: '个' }), YEAR)).toBe('≥1090个');
    expect(rawValueOf(typed({ value: '≥1090件', unit: '个' }), YEAR)).toBe('≥1090件');
    expect(rawValueOf(typed({ value: '充分保障', unit: '个' }), YEAR)).toBe('充分保障');
  });

  it('R17b: infers the direction where no sign is typed, and prints the one that is chosen', () => {
    expect(understood(typed({ value: '48', unit: '天/个' }), YEAR)?.value).toMatchObject({
      direction: 'atMost',
      directionInferred: true,
      unit: '天/个',
    });
    const chosen = typed({ value: '48', unit: '天/个', direction: 'atLeast' });
    expect(rawValueOf(chosen, YEAR)).toBe('≥48天/个');
    expect(understood(chosen, YEAR)?.value).toMatchObject({ direction: 'atLeast', directionInferred: false });
    expect(rawValueOf(typed({ value: '≤48天', direction: 'atLeast' }), YEAR)).toBe('≤48天');
  });

  it('asks which side is good only of a number without a sign', () => {
    const asks = ['48', '48天', '≤48天', '2026年6月30日前', '充分保障', ''].map((value) =>
      asksDirection(typed({ value }), YEAR),
    );
    expect(asks).toEqual([true, true, false, false, false, false]);
  });

  it('is read as a day or as words where it is one', () => {
    expect(understood(typed({ value: '2026年6月30日前' }), YEAR)).toMatchObject({
      value: { operator: 'date', dueDate: '2026-06-30' },
      kind: 'date',
    });
    expect(understood(typed({ value: '充分保障' }), YEAR)?.kind).toBe('qualitative');
    expect(understood(typed({ value: ' ' }), YEAR)).toBeNull();
  });

  it('needs its level, a name and a value', () => {
    expect([...faultsOf(blankIndicator(1))]).toEqual(['level2', 'name', 'value']);
    const whole = typed({ name: ' 培训人次 ', level2: '数量指标', value: '≥200', unit: '人次' });
    expect(faultsOf(whole).size).toBe(0);
    expect(newIndicatorOf(whole, YEAR)).toEqual({
      level1: '产出指标',
      level2: '数量指标',
      name: '培训人次',
      description: null,
      rawValue: '≥200人次',
    });
  });
});
