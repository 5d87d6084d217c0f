import type { IndicatorAssessment, Light, ProjectAssessment } from './assessment-types.js';

/** One project judged by the rules of a round and by changed ones, from the same inputs. */
export interface PackTrial {
  readonly projectId: string;
  readonly before: ProjectAssessment;
  readonly after: ProjectAssessment;
}

/** A colour that the changed rules make another one, with the reason codes of both. */
export interface LightChange {
  readonly from: Light;
  readonly to: Light;
  readonly reasonFrom: string;
  readonly reasonTo: string;
}

/** The goal part has no reason of its own: its indicators tell. */
export interface GoalChange {
  readonly from: Light;
  readonly to: Light;
}

export type IndicatorChange = LightChange & { readonly id: string; readonly name: string };

/** A project of which something changes colour; null where a part keeps its own. */
export interface PackChange {
  readonly projectId: string;
  readonly project: LightChange | null;
  readonly spend: LightChange | null;
  readonly goals: GoalChange | null;
  readonly indicators: readonly IndicatorChange[];
}

/** How many go from which colour to which: `flow.red.yellow`. The diagonal are those that keep theirs. */
export type LightFlow = Readonly<Record<Light, Readonly<Record<Light, number>>>>;

export interface PackComparison {
  readonly projects: number;
  /** Projects whose own colour changes. */
  readonly changed: number;
  readonly flows: { readonly project: LightFlow; readonly spend: LightFlow; readonly goals: LightFlow };
  /** In the order of the trials; also projects of which only a part changes. */
  readonly changes: readonly PackChange[];
}

/** R50: which projects change colour by changed rules, from what to what and why, and how many go where. */
export function comparePacks(trials: readonly PackTrial[]): PackComparison {
  const changes = trials.map(changeOf).filter(isChange);
  return {
    projects: trials.length,
    changed: changes.filter(({ project }) => project !== null).length,
    flows: {
      project: flowOf(trials, ({ light }) => light),
      spend: flowOf(trials, ({ spend }) => spend.light),
      goals: flowOf(trials, ({ goals }) => goals.light),
    },
    changes,
  };
}

const isChange = ({ project, spend, goals, indicators }: PackChange): boolean =>
  project !== null || spend !== null || goals !== null || indicators.length > 0;

function changeOf({ projectId, before, after }: PackTrial): PackChange {
  const [from, to] = [before.goals.light, after.goals.light];
  return {
    projectId,
    project: lightChange(before, after),
    spend: lightChange(before.spend, after.spend),
    goals: from === to ? null : { from, to },
    indicators: indicatorChanges(before.goals.indicators, after.goals.indicators),
  };
}

interface Judged {
  readonly light: Light;
  readonly reason: string;
}

const lightChange = (before: Judged, after: Judged): LightChange | null =>
  before.light === after.light
    ? null
    : { from: before.light, to: after.light, reasonFrom: before.reason, reasonTo: after.reason };

function indicatorChanges(
  before: readonly IndicatorAssessment[],
  after: readonly IndicatorAssessment[],
): IndicatorChange[] {
  const earlier = new Map(before.map((indicator) => [indicator.id, indicator]));
  return after.flatMap((indicator) => {
    const old = earlier.get(indicator.id);
    const change = old === undefined ? null : lightChange(old, indicator);
    return change === null ? [] : [{ id: indicator.id, name: indicator.name, ...change }];
  });
}

function flowOf(trials: readonly PackTrial[], lightOf: (assessment: ProjectAssessment) => Light): LightFlow {
  const none = (): Record<Light, number> => ({ red: 0, yellow: 0, green: 0, blue: 0, grey: 0 });
  const flow: Record<Light, Record<Light, number>> = {
    red: none(),
    yellow: none(),
    green: none(),
    blue: none(),
    grey: none(),
  };
  for (const { before, after } of trials) flow[lightOf(before)][lightOf(after)] += 1;
  return flow;
}
