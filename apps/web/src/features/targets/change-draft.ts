import type { Indicator, ProjectDetail } from '../../shared/api/schema.gen.js';
import { faultsOf, newIndicatorOf, type AddedDraft } from './added-indicator.js';
import type { ChangeContent } from './target-changes.api.js';

export type What = ChangeContent['what'];
type Kind = Indicator['kind'];
type Direction = NonNullable<Indicator['direction']>;

/** What a person has typed for one indicator; as it is now where nothing was changed. */
export interface IndicatorDraft {
  readonly id: string;
  rawValue: string;
  isRemoved: boolean;
  kind: Kind;
  direction: Direction | null;
  assessedFrom: number;
}

export interface ChangeDraft {
  what: What;
  indicators: IndicatorDraft[];
  added: AddedDraft[];
  /** Percent as typed, by the month of the checkpoint. */
  schedule: { readonly month: number; percent: string }[];
}

const USUAL_MONTHS = [3, 6, 10, 12];
/** How a number may be judged; words and days have no choice. */
export const KINDS_OF_NUMBERS = ['cumulative', 'progressRate', 'executionRate', 'level', 'yearEnd'] as const;

export const isNumber = ({ operator }: Pick<Indicator, 'operator'>): boolean =>
  operator !== 'qualitative' && operator !== 'date';

/** The form of a change, filled with the targets in force. */
export const draftOf = ({ indicators, schedule }: ProjectDetail, what: What): ChangeDraft => ({
  what,
  indicators: indicators.map(({ id, rawValue, kind, direction, assessedFrom }) => ({
    id,
    rawValue,
    isRemoved: false,
    kind,
    direction,
    assessedFrom,
  })),
  added: [],
  schedule:
    schedule?.map(({ month, percent }) => ({ month, percent: String(percent) })) ??
    USUAL_MONTHS.map((month) => ({ month, percent: month === 12 ? '100' : '' })),
});

/** Whether an indicator that is to be added is not yet complete. */
export const isIncomplete = ({ what, added }: ChangeDraft): boolean =>
  what === 'targets' && added.some((each) => faultsOf(each).size > 0);

/** What the form changes of the targets in force; null where nothing, or where something cannot be sent as it is typed. */
export function contentOf(draft: ChangeDraft, project: ProjectDetail): ChangeContent | null {
  const present = new Map(project.indicators.map((indicator) => [indicator.id, indicator]));
  switch (draft.what) {
    case 'targets':
      return isIncomplete(draft) ? null : valuesOf(draft, present, project.year);
    case 'schedule':
      return scheduleOf(draft, project);
    case 'classification':
      return judgementOf(draft, present);
  }
}

type Present = ReadonlyMap<string, Indicator>;

function valuesOf({ indicators, added }: ChangeDraft, present: Present, year: number): ChangeContent | null {
  const removed = indicators.filter(({ isRemoved }) => isRemoved).map(({ id }) => id);
  const changed = indicators
    .filter(
      ({ id, isRemoved, rawValue }) =>
        !isRemoved && rawValue.trim() !== '' && rawValue.trim() !== present.get(id)?.rawValue,
    )
    .map(({ id, rawValue }) => ({ indicatorId: id, rawValue: rawValue.trim() }));
  if (removed.length + changed.length + added.length === 0) return null;
  return { what: 'targets', changed, added: added.map((each) => newIndicatorOf(each, year)), removed };
}

function scheduleOf({ schedule }: ChangeDraft, project: ProjectDetail): ChangeContent | null {
  const points = schedule.map(({ month, percent }) => ({
    month,
    percent: percent.trim() === '' ? NaN : Number(percent),
  }));
  if (points.some(({ percent }) => !Number.isFinite(percent) || percent < 0 || percent > 100)) return null;
  const isSame = JSON.stringify(points) === JSON.stringify(project.schedule);
  return isSame ? null : { what: 'schedule', schedule: points };
}

function judgementOf({ indicators }: ChangeDraft, present: Present): ChangeContent | null {
  const changed = indicators.flatMap(({ id, kind, direction, assessedFrom }) => {
    const now = present.get(id);
    if (!now) return [];
    const patch = {
      ...(kind === now.kind ? {} : { kind }),
      ...(direction === now.direction || direction === null ? {} : { direction }),
      ...(assessedFrom === now.assessedFrom ? {} : { assessedFrom }),
    };
    return Object.keys(patch).length === 0 ? [] : [{ indicatorId: id, ...patch }];
  });
  return changed.length === 0 ? null : { what: 'classification', changed };
}
