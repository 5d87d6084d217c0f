import { inferKind, parseSchedule, parseTargetValue } from '@jixiao/domain';
import type { FieldIssue } from '../../../platform/runtime/domain-error.js';
import { indicatorsOf, type AddedIndicator, type ChangeContent, type JudgementChange } from './change-content.js';
import type { StoredContent, StoredIndicator } from './stored-target.js';
import {
  contentHash,
  correctionsOf,
  type CorrectableField,
  type IndicatorContent,
  type TargetContent,
} from './target-content.js';

/** The targets as a change would make them, and what of it cannot be. */
export interface AppliedChange {
  readonly content: TargetContent;
  readonly issues: readonly FieldIssue[];
}

/**
 * Carries out a change on targets, without storing anything. Issues: an indicator that is not there or named twice, a spend
 * plan against R4, a way of judging that does not fit the value (R17), or a change that changes nothing.
 * @param year of the project, for values that name a day without one (R16)
 */
export function applyChange(stored: StoredContent, change: ChangeContent, year: number): AppliedChange {
  const content = changed(stored, change, year);
  const issues = [...unknownIndicators(stored, change), ...scheduleIssues(change), ...judgementIssues(stored, change)];
  if (issues.length > 0) return { content, issues };
  const isEmpty = contentHash(content) === contentHash(stored);
  return { content, issues: isEmpty ? [{ path: 'content', code: 'change-empty' }] : [] };
}

function changed(stored: StoredContent, change: ChangeContent, year: number): TargetContent {
  switch (change.what) {
    case 'schedule':
      return { ...stored, schedule: change.schedule };
    case 'classification': {
      const patches = new Map(change.changed.map((patch) => [patch.indicatorId, patch]));
      return { ...stored, indicators: stored.indicators.map((each) => judged(each, patches.get(each.lineageId))) };
    }
    case 'targets': {
      const values = new Map(change.changed.map(({ indicatorId, rawValue }) => [indicatorId, rawValue]));
      const removed = new Set(change.removed);
      const kept = stored.indicators
        .filter(({ lineageId }) => !removed.has(lineageId))
        .map((each) => restated(each, values.get(each.lineageId), year));
      return { ...stored, indicators: [...kept, ...change.added.map((added) => newIndicator(added, year))] };
    }
  }
}

/** Another printed value is read anew; what was corrected of the value before does not hold for it. */
function restated(indicator: StoredIndicator, rawValue: string | undefined, year: number): IndicatorContent {
  if (rawValue === undefined || rawValue === indicator.rawValue) return indicator;
  const { name, level1, level2, corrected } = indicator;
  const naming = corrected.filter((field) => field === 'level1' || field === 'level2' || field === 'name');
  return { ...indicator, ...readValue(name, rawValue, year), level1, level2, corrected: naming };
}

function readValue(name: string, rawValue: string, year: number) {
  const { warnings: _warnings, ...value } = parseTargetValue(rawValue, { name, year });
  return { ...value, ...inferKind({ name, value }) };
}

const newIndicator = ({ level1, level2, name, description, rawValue }: AddedIndicator, year: number) => ({
  level1,
  level2,
  name,
  description,
  ...readValue(name, rawValue, year),
  basis: null,
  weight: null,
  corrected: [],
  sourceAt: null,
});

const JUDGEMENT = ['direction', 'kind', 'assessedFrom'] as const;

function judged(indicator: StoredIndicator, patch: JudgementChange | undefined): IndicatorContent {
  if (patch === undefined) return indicator;
  const given = JUDGEMENT.filter((field) => patch[field] !== undefined && patch[field] !== indicator[field]);
  const corrected = new Set<CorrectableField>([...indicator.corrected, ...given]);
  return {
    ...indicator,
    ...Object.fromEntries(given.map((field) => [field, patch[field]])),
    directionInferred: indicator.directionInferred && !given.includes('direction'),
    corrected: correctionsOf({ corrected: [...corrected] }),
  };
}

function unknownIndicators({ indicators }: StoredContent, change: ChangeContent): FieldIssue[] {
  const known = new Set(indicators.map(({ lineageId }) => lineageId));
  const named = indicatorsOf(change);
  return named.flatMap((id, place) => {
    if (!known.has(id)) return [{ path: `content.indicators.${place}`, code: 'change-indicator-unknown' }];
    const isTwice = named.indexOf(id) !== place;
    return isTwice ? [{ path: `content.indicators.${place}`, code: 'change-indicator-twice' }] : [];
  });
}

function scheduleIssues(change: ChangeContent): FieldIssue[] {
  if (change.what !== 'schedule') return [];
  const { schedule, problems, warnings } = parseSchedule(
    change.schedule.map(({ percent }) => String(percent)),
    change.schedule.map(({ month }) => month),
  );
  return schedule === null ? [...problems, ...warnings].map((each) => ({ path: 'content.schedule', ...each })) : [];
}

/** Words and days are judged as such; only numbers have a choice (R17, R20, R21). */
function judgementIssues({ indicators }: StoredContent, change: ChangeContent): FieldIssue[] {
  if (change.what !== 'classification') return [];
  return change.changed.flatMap((patch, place) => {
    const indicator = indicators.find(({ lineageId }) => lineageId === patch.indicatorId);
    if (indicator === undefined || fits(judged(indicator, patch))) return [];
    const params = { name: indicator.name };
    return [{ path: `content.changed.${place}`, code: 'change-kind-does-not-fit', params }];
  });
}

function fits({ operator, kind, direction }: IndicatorContent): boolean {
  if (operator === 'qualitative' || operator === 'date') return kind === operator && direction === null;
  return kind !== 'qualitative' && kind !== 'date' && direction !== null;
}
