import { inferKind, parseTargetValue, type ParsedTargetValue } from '@jixiao/domain';
import type { Indicator } from '../../shared/api/schema.gen.js';

type Direction = NonNullable<Indicator['direction']>;

/** An indicator that a change adds, as typed. */
export interface AddedDraft {
  /** Tells the rows apart while they are typed. */
  readonly key: number;
  level1: string;
  level2: string;
  name: string;
  /** Operator and number, a day, or words, as a target table has them; its unit may stand here as well. */
  value: string;
  unit: string;
  /** Blank as long as what is inferred (R17b) is right. */
  direction: Direction | '';
}

export interface NewIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly description: null;
  readonly rawValue: string;
}

/** What a typed value is read as, and how it would be judged (R16, R17, R17b). */
export interface Understood {
  readonly value: ParsedTargetValue;
  readonly kind: Indicator['kind'];
  readonly assessedFrom: number;
}

type Fault = 'level2' | 'name' | 'value';

/** The framework of 财预〔2021〕101号. */
const FRAMEWORK: readonly (readonly [string, readonly string[]])[] = [
  ['成本指标', ['经济成本指标', '社会成本指标', '生态环境成本指标']],
  ['产出指标', ['数量指标', '质量指标', '时效指标']],
  ['效益指标', ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标']],
  ['满意度指标', ['服务对象满意度指标']],
];
const SIGN = { atLeast: '≥', atMost: '≤' } as const;

/** Levels that an indicator may stand under: those of the framework, then what the project has besides (成本 under 产出). */
export function knownLevels(present: readonly Pick<Indicator, 'level1' | 'level2'>[]): ReadonlyMap<string, string[]> {
  const levels = new Map(FRAMEWORK.map(([level1, level2]) => [level1, [...level2]]));
  for (const { level1, level2 } of present) {
    const below = levels.get(level1) ?? [];
    if (!below.includes(level2)) below.push(level2);
    levels.set(level1, below);
  }
  return levels;
}

export const blankIndicator = (key: number): AddedDraft => ({
  key,
  level1: '产出指标',
  level2: '',
  name: '',
  value: '',
  unit: '',
  direction: '',
});

/** The value with the unit and the sign that were given beside it, as a target table would print it. */
export function rawValueOf({ name, value, unit, direction }: AddedDraft, year: number): string {
  const typed = value.trim();
  const read = parseTargetValue(typed, { name, year });
  if (read.number === null) return typed;
  const whole = read.unit === null ? typed + unit.trim() : typed;
  return direction === '' || read.operatorPrinted ? whole : SIGN[direction] + whole;
}

/** Null as long as nothing is typed. */
export function understood(draft: AddedDraft, year: number): Understood | null {
  const { name } = draft;
  const rawValue = rawValueOf(draft, year);
  if (rawValue === '') return null;
  const value = parseTargetValue(rawValue, { name, year });
  return { value, ...inferKind({ name, value }) };
}

/** Whether the text leaves open which side of the number is good. */
export const asksDirection = (draft: AddedDraft, year: number): boolean => {
  const { number, operatorPrinted } = parseTargetValue(draft.value, { name: draft.name, year });
  return number !== null && !operatorPrinted;
};

/** What of it is still missing. */
export const faultsOf = ({ level2, name, value }: AddedDraft): ReadonlySet<Fault> =>
  new Set(
    Object.entries({ level2, name, value })
      .filter(([, typed]) => typed.trim() === '')
      .map(([field]) => field as Fault),
  );

/** @param year of the project, for a day that names none */
export const newIndicatorOf = (draft: AddedDraft, year: number): NewIndicator => ({
  level1: draft.level1,
  level2: draft.level2,
  name: draft.name.trim(),
  description: null,
  rawValue: rawValueOf(draft, year),
});
