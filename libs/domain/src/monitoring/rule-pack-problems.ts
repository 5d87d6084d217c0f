import type { Problem } from '../kernel/result.js';

/** A fault of a rule pack; `path` names the field as `spend.thresholds.1.percent`, for the form to show it there. */
export type RulePackProblem = Problem & { readonly path: string };

type Params = NonNullable<Problem['params']>;

export const fault = (path: string, code: string, params?: Params): RulePackProblem =>
  params === undefined ? { path, code } : { path, code, params };

export interface Range {
  readonly min: number;
  readonly max: number;
  /** Where the lower end itself is not allowed. */
  readonly above?: boolean;
}

/** `rule-pack-not-a-number` or `rule-pack-out-of-range`; nothing where the figure is inside. */
export function outOfRange(path: string, value: unknown, { min, max, above = false }: Range): RulePackProblem[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return [fault(path, 'rule-pack-not-a-number')];
  const isBelow = above ? value <= min : value < min;
  if (!isBelow && value <= max) return [];
  return [fault(path, above ? 'rule-pack-out-of-range-above' : 'rule-pack-out-of-range', { min, max })];
}

/** `rule-pack-choice-unknown` where the value is none of the choices. */
export const notOneOf = (path: string, value: unknown, choices: readonly string[]): RulePackProblem[] =>
  choices.some((choice) => choice === value)
    ? []
    : [fault(path, 'rule-pack-choice-unknown', { choices: choices.join(' / ') })];

/** `rule-pack-key-unknown` for every key that the rules do not know: what is misspelt would silently count for nothing. */
export function unknownKeys(path: string, value: object, known: readonly string[]): RulePackProblem[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => fault(path === '' ? key : `${path}.${key}`, 'rule-pack-key-unknown', { key: key.slice(0, 40) }));
}

/** `rule-pack-list-empty`, `rule-pack-text-missing` and `rule-pack-repeated` of a list of words. */
export function faultyWords(path: string, words: readonly string[]): RulePackProblem[] {
  if (words.length === 0) return [fault(path, 'rule-pack-list-empty')];
  return words.flatMap((word, at) => {
    if (word.trim() === '') return [fault(`${path}.${at}`, 'rule-pack-text-missing')];
    return words.indexOf(word) < at ? [fault(`${path}.${at}`, 'rule-pack-repeated', { value: word })] : [];
  });
}
