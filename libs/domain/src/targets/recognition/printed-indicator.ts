import { inferKind } from '../indicator-kind.js';
import { lintIndicator } from '../lint.js';
import type { TargetValue } from '../target-types.js';
import { isPlainTarget, joinTarget, type JoinedTarget, type TargetParts } from '../target-parts.js';
import { parseTargetValue } from '../value-parser.js';
import type { RecognisedIndicator } from './document-types.js';
import type { Located } from './recognition-context.js';
import { printed, type RemarkList } from './warning-list.js';

/** An indicator as its row prints it; values are read only once the year of the document is known. */
export interface PrintedIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly description: string | null;
  readonly value: Located;
  /** Cells of their own for operator, unit and direction; null where the table has none of them. */
  readonly parts: Pick<TargetParts, 'operator' | 'measure' | 'direction'> | null;
  readonly weight: string;
  readonly basis: string | null;
  readonly at: string;
}

/** No name, value or part of one is longer; what follows (a pasted paragraph) is kept as printed but not looked at. */
const LONGEST_VALUE = 500;
const NO_PARTS = { operator: '', measure: '', direction: '' };
const WEIGHT = /^(\d{1,4}(?:\.\d{1,4})?)(?:分|%)?$/;

/** The indicator with its value parsed (R16–R17b); `year` dates a value that names none. Remarks are added to the list. */
export function recogniseIndicator(
  indicator: PrintedIndicator,
  year: number | null,
  remarks: RemarkList,
): RecognisedIndicator {
  const { level1, level2, description, basis, at, value: cell } = indicator;
  const joined = readTarget(indicator, year);
  const { warnings, ...value } = joined.value;
  const { name } = joined;
  const shortName = name.slice(0, LONGEST_VALUE);
  for (const { code, params } of warnings) {
    remarks.add({ code, params: { name: shortName, value: printed(value.rawValue), ...params }, at: cell.at });
  }
  for (const problem of lintIndicator({ level2, name: shortName, value })) remarks.add({ ...problem, at });
  const weight = weightOf(indicator, remarks);
  const kind = inferKind({ name: shortName, value });
  return { level1, level2, name, description, basis, ...value, ...kind, weight, at, valueAt: cell.at };
}

function readTarget({ name, value: cell, parts }: PrintedIndicator, year: number | null): JoinedTarget {
  const text = cell.text.slice(0, LONGEST_VALUE);
  const { operator, measure, direction } = parts ?? NO_PARTS;
  const all = {
    name: name.slice(0, LONGEST_VALUE),
    value: text,
    operator: operator.slice(0, LONGEST_VALUE),
    measure: measure.slice(0, LONGEST_VALUE),
    direction: direction.slice(0, LONGEST_VALUE),
  };
  const context = { year };
  if (isPlainTarget(all)) {
    const value: TargetValue & JoinedTarget['value'] = parseTargetValue(text, { name: all.name, ...context });
    return { name, value: { ...value, rawValue: cell.text } };
  }
  const joined = joinTarget(all, context);
  const rest = cell.text.slice(LONGEST_VALUE);
  return {
    name: all.name === name ? joined.name : name,
    value: { ...joined.value, rawValue: joined.value.rawValue + rest },
  };
}

/** Points or percent of a weight (R30); null where none is printed, or where it is no weight, with a remark. */
function weightOf({ weight, name, at }: PrintedIndicator, remarks: RemarkList): number | null {
  const text = weight.slice(0, 40).normalize('NFKC').replace(/\s/g, '');
  if (/^[-—–/]*$/.test(text)) return null;
  const points = Number(WEIGHT.exec(text)?.[1] ?? Number.NaN);
  if (points >= 0 && points <= 100) return points;
  remarks.add({ code: 'weight-unreadable', params: { name: printed(name), text: printed(weight) }, at });
  return null;
}
