import { halfWidth } from '../kernel/text.js';
import { inferKind } from './indicator-kind.js';
import { valueInSentence } from './recognition/department-indicators.js';
import type { Direction, IndicatorTarget, Operator, TargetValue } from './target-types.js';
import { parseTargetValue } from './value-parser.js';

const OUTER_SIGNS = /^[\s:：,，、;；。()（）“”"]+|[\s:：,，、;；。()（）“”"]+$/g;
const BETWEEN = /[\s,，、;；。:：“”"]/g;
const AT_LEAST = /≧|>=|大于或?等于|不低于|不少于|不小于/g;
const AT_MOST = /≦|<=|小于或?等于|不高于|不超过|不大于|不多于/g;

/**
 * What a sentence indicator of a department goal (`案件结案率≥92%`) is judged by, in the form of a project's indicator: its
 * name is the text before the value, its kind and direction are inferred from it (R16, R17, R17b). A sentence without a value
 * is qualitative. 预算执行率 is a typed progress rate here: a department goal has no budget of its own to fill it from.
 * @param year of a date that names none
 * @param decided the direction that finance has decided on; a sentence whose value has none takes none
 */
export function sentenceTarget(text: string, year: number, decided: Direction | null = null): IndicatorTarget {
  const found = valueInSentence(text);
  if (found === null) return qualitative(text);
  const name = nameBeside(text, found);
  const { warnings: _warnings, ...printed } = parseTargetValue(found.value, { name, year });
  const value = decided === null ? printed : directed(printed, decided);
  const { kind, assessedFrom } = inferKind({ name, value });
  return {
    ...NO_TABLE,
    ...value,
    rawValue: found.value.trim(),
    name,
    kind: kind === 'executionRate' ? 'progressRate' : kind,
    assessedFrom,
  };
}

/** Operators that say the same of the other side. */
const TURNED: Readonly<Partial<Record<Operator, Operator>>> = { gte: 'lte', gt: 'lt', lte: 'gte', lt: 'gt' };

/** The value read in this direction. A printed operator that says the other is turned with it, for it is what is compared by. */
function directed(value: TargetValue, direction: Direction): TargetValue {
  if (value.direction === null) return value;
  const operator = value.direction === direction ? value.operator : (TURNED[value.operator] ?? value.operator);
  return { ...value, operator, direction, directionInferred: false };
}

/** A sentence stands in no table, so that it has neither levels nor the texts beside them. */
const NO_TABLE = { level1: '', level2: '', description: null, basis: null } as const;

const qualitative = (text: string): IndicatorTarget => ({
  ...NO_TABLE,
  name: text,
  rawValue: text,
  operator: 'qualitative',
  number: null,
  unit: null,
  dueDate: null,
  gate: null,
  operatorPrinted: false,
  direction: null,
  directionInferred: false,
  kind: 'qualitative',
  assessedFrom: 1,
});

/** The text before the value, else the one behind it, else the whole sentence. */
function nameBeside(text: string, { value, at }: { readonly value: string; readonly at: number }): string {
  const [before, behind] = [text.slice(0, at), text.slice(at + value.length)].map((part) =>
    part.replace(OUTER_SIGNS, ''),
  );
  return before || behind || text;
}

/**
 * One form of a title or a sentence for recognising it in the next document: spaces, punctuation, width and the way in which
 * ≥ and ≤ are written make no other one.
 */
export const comparableSentence = (text: string): string =>
  halfWidth(text).replace(AT_LEAST, '≥').replace(AT_MOST, '≤').replace(BETWEEN, '').toLowerCase();
