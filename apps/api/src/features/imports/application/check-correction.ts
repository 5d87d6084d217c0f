import { checkProjectCode, parseSchedule, type IndicatorKind, type Operator } from '@jixiao/domain';
import type { FieldIssue } from '../../../platform/runtime/domain-error.js';
import { changedFields, JUDGEMENT, type IndicatorPatch, type ProjectPatch } from './apply-correction.js';
import type { StagedContent, StagedIndicatorContent } from './staged-content.js';

/** Larger or finer figures are no targets, and could not be stored exactly. */
const LARGEST_NUMBER = 1e15;
const FINEST_NUMBER = 1e-9;

/** Corrections of how an indicator is judged (R17), by field; for those who may not decide it. */
export const judgementIssues = ({ targets }: StagedContent, { indicators = [] }: ProjectPatch): FieldIssue[] =>
  indicators.flatMap((patch, place) => {
    const indicator = targets.indicators[patch.index];
    if (indicator === undefined) return [];
    return changedFields(indicator, patch)
      .filter((field) => JUDGEMENT.includes(field))
      .map((field) => ({ path: `indicators.${place}.${field}`, code: 'judgement-by-finance' }));
  });

/**
 * What of a correction cannot be right: a code of a wrong form (R1), a schedule against R4, an indicator that is not
 * there, or whose operator, number and date contradict each other.
 * @param after the project with the corrections
 */
export function correctionIssues(patch: ProjectPatch, after: StagedContent): FieldIssue[] {
  const indicators = patch.indicators ?? [];
  return [
    ...codeIssues(patch),
    ...scheduleIssues(patch),
    ...indicators.flatMap((each, place) => {
      const path = `indicators.${place}`;
      const isFirst = indicators.findIndex(({ index }) => index === each.index) === place;
      const indicator = after.targets.indicators[each.index];
      if (indicator === undefined || !isFirst) return [{ path: `${path}.index`, code: 'indicator-not-there' }];
      return indicatorIssues(each, indicator).map(([field, code]) => ({ path: `${path}.${field}`, code }));
    }),
  ];
}

function codeIssues({ code }: ProjectPatch): FieldIssue[] {
  if (code === undefined || code === null) return [];
  const { problem } = checkProjectCode(code);
  return problem === undefined ? [] : [{ path: 'code', ...problem }];
}

function scheduleIssues({ schedule }: ProjectPatch): FieldIssue[] {
  if (schedule === undefined || schedule === null) return [];
  const months = schedule.map(({ month }) => month);
  const parsed = parseSchedule(
    schedule.map(({ percent }) => String(percent)),
    months,
  );
  if (parsed.schedule !== null) return [];
  return [...parsed.problems, ...parsed.warnings].map((problem) => ({ path: 'schedule', ...problem }));
}

const KIND_OF: Readonly<Partial<Record<Operator, IndicatorKind>>> = { qualitative: 'qualitative', date: 'date' };

function indicatorIssues(patch: IndicatorPatch, indicator: StagedIndicatorContent): [string, string][] {
  const { operator, number, dueDate, direction, kind } = indicator;
  const isNumeric = operator !== 'qualitative' && operator !== 'date';
  const issues: [string, string][] = [];
  if (isNumeric && number === null) issues.push(['number', 'number-needed']);
  if (!isNumeric && number !== null) issues.push(['number', 'number-out-of-place']);
  if (operator === 'date' && dueDate === null) issues.push(['dueDate', 'day-needed']);
  if (operator !== 'date' && dueDate !== null) issues.push(['dueDate', 'day-out-of-place']);
  if (number !== null && !isStorable(number)) issues.push(['number', 'number-not-storable']);
  if (isNumeric === (direction === null)) issues.push(['direction', 'direction-does-not-fit']);
  const fits = isNumeric ? kind !== 'qualitative' && kind !== 'date' : kind === KIND_OF[operator];
  if (patch.kind !== undefined && !fits) issues.push(['kind', 'kind-does-not-fit']);
  return issues;
}

const isStorable = (number: number): boolean =>
  number === 0 || (Math.abs(number) <= LARGEST_NUMBER && Math.abs(number) >= FINEST_NUMBER);
