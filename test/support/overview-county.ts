import { lightTurn, LIGHTS, projectStanding, QUADRANTS, type Light, type RulePack } from '@jixiao/domain';
import { WatchSummaries } from '../../apps/api/src/features/monitoring/application/overview/watch-summaries.js';
import { LightSummaryRequest } from '../../apps/api/src/features/monitoring/persistence/light-summary-request.entity.js';
import { LightSummary } from '../../apps/api/src/features/monitoring/persistence/light-summary.entity.js';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { RulePackVersion } from '../../apps/api/src/features/targets/persistence/rule-pack-version.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import type { TestApi } from './api.js';
import { until } from './job-rig.js';

type Sums = Omit<LightSummary, 'computedAt'>;

const NOTHING: Omit<Sums, 'roundId' | 'organisationId' | 'light' | 'previousLight'> = {
  projects: 0,
  budgetFen: 0,
  expenditureFen: 0,
  lagFen: 0,
  plannedFen: 0,
  byTreasury: 0,
  releasedFen: 0,
  receivedFen: 0,
  notReported: 0,
  awaitingReport: 0,
  exempt: 0,
  bothOnProjects: 0,
  bothOnFen: 0,
  moneyBehindProjects: 0,
  moneyBehindFen: 0,
  goalsBehindProjects: 0,
  goalsBehindFen: 0,
  bothBehindProjects: 0,
  bothBehindFen: 0,
  moneyAheadProjects: 0,
  moneyAheadFen: 0,
  goalsAheadProjects: 0,
  goalsAheadFen: 0,
};

const readerOf = ({ app }: TestApi) => app.get(UnitOfWork, { strict: false }).reader;

/** Until everything that was asked for has been summed up, by the jobs themselves. */
export async function sumsAreUp(api: TestApi): Promise<void> {
  const reader = readerOf(api);
  const watch = api.app.get(WatchSummaries, { strict: false });
  await until(
    async () => {
      await watch.run();
      return (await reader.count(LightSummaryRequest)) === 0;
    },
    'all lights are summed up',
    60_000,
  );
}

/** The stored sums, in an order of their own. */
export async function storedSums(api: TestApi): Promise<readonly Sums[]> {
  const rows = await readerOf(api).find(LightSummary);
  return rows.map(({ computedAt: _computedAt, ...sums }) => ({ ...sums })).sort(byKey);
}

/** The same worked out from the lights one by one, by what was judged and by nothing that stands beside it. */
export async function expectedSums(api: TestApi): Promise<readonly Sums[]> {
  const reader = readerOf(api);
  const lights = await reader.find(ProjectLight);
  const rounds = await reader.find(MonitoringRound, { order: { year: 'ASC', month: 'ASC' } });
  const packs = new Map((await reader.find(RulePackVersion)).map(({ ref, content }) => [ref, content]));
  const sums = new Map<string, Sums>();
  for (const light of lights) {
    const previousLight = previousOf(light, lights, rounds)?.light ?? 'grey';
    const { roundId, organisationId } = light;
    const key = [roundId, organisationId, light.light, previousLight].join();
    const before = sums.get(key) ?? { roundId, organisationId, light: light.light, previousLight, ...NOTHING };
    sums.set(key, added(before, light, packs.get(light.rulePackRef)));
  }
  return [...sums.values()].sort(byKey);
}

/** What stands beside each light to find it by, and what it should be. */
export async function standings(api: TestApi): Promise<readonly (readonly [stored: unknown, expected: unknown])[]> {
  const reader = readerOf(api);
  const lights = await reader.find(ProjectLight);
  const rounds = await reader.find(MonitoringRound, { order: { year: 'ASC', month: 'ASC' } });
  return lights.map((light) => {
    const hasPrevious = before(light.roundId, rounds) !== undefined;
    const previous = previousOf(light, lights, rounds)?.light ?? null;
    const turn = hasPrevious ? lightTurn(previous ?? 'grey', light.light) : null;
    return [
      [light.previousLight, light.lightTurn],
      [previous, turn],
    ];
  });
}

const before = (roundId: string, rounds: readonly MonitoringRound[]): MonitoringRound | undefined => {
  const round = rounds.find(({ id }) => id === roundId);
  return rounds.filter(({ year, month }) => year === round?.year && month < round.month).at(-1);
};

function previousOf(
  { roundId, projectId }: ProjectLight,
  lights: readonly ProjectLight[],
  rounds: readonly MonitoringRound[],
): ProjectLight | undefined {
  const previous = before(roundId, rounds)?.id;
  return lights.find((light) => light.roundId === previous && light.projectId === projectId);
}

function added(sums: Sums, light: ProjectLight, pack: RulePack | undefined): Sums {
  if (pack === undefined) throw new Error(`No rules ${light.rulePackRef}`);
  const indicators = light.indicators.map(({ assessment }) => assessment);
  const assessment = { ...light.assessment, goals: { ...light.assessment.goals, indicators } };
  const { quadrant, mismatch, lagFen, plannedFen } = projectStanding(assessment, light.inputs, pack);
  const budgetFen = light.adjustedBudgetFen ?? 0;
  const sum = { ...sums };
  for (const side of [quadrant, mismatch]) {
    if (side === null) continue;
    sum[`${side}Projects`] += 1;
    sum[`${side}Fen`] += budgetFen;
  }
  return {
    ...sum,
    projects: sum.projects + 1,
    budgetFen: sum.budgetFen + budgetFen,
    expenditureFen: sum.expenditureFen + (light.expenditureFen ?? 0),
    lagFen: sum.lagFen + (lagFen ?? 0),
    plannedFen: sum.plannedFen + (plannedFen ?? 0),
    byTreasury: sum.byTreasury + (light.expenditureSource?.startsWith('treasury') ? 1 : 0),
    releasedFen: sum.releasedFen + (light.releasedFen ?? 0),
    receivedFen: sum.receivedFen + (light.receivedFen ?? 0),
    notReported: sum.notReported + (light.assessment.notReported ? 1 : 0),
    awaitingReport: sum.awaitingReport + (light.assessment.awaitingReport ? 1 : 0),
    exempt: sum.exempt + (light.inputs.exempt ? 1 : 0),
  };
}

const keyOf = ({ roundId, organisationId, light, previousLight }: Sums): string =>
  [roundId, organisationId, light, previousLight].join();
const byKey = (a: Sums, b: Sums): number => (keyOf(a) < keyOf(b) ? -1 : 1);

/** Sums of some of the stored rows, as an overview gives them. */
export const sharesOf = (sums: readonly Sums[]) => ({
  projects: sums.reduce((all, { projects }) => all + projects, 0),
  budgetFen: sums.reduce((all, { budgetFen }) => all + budgetFen, 0),
});

/** What an overview of a round says, as worked out from the lights. */
export async function expectedOverview(api: TestApi, year: number, month: number) {
  const rounds = await readerOf(api).find(MonitoringRound, { order: { year: 'ASC', month: 'ASC' } });
  const round = rounds.find((each) => each.year === year && each.month === month);
  const sums = (await expectedSums(api)).filter(({ roundId }) => roundId === round?.id);
  const of = (light: Light) => sharesOf(sums.filter((each) => each.light === light));
  return {
    ...sharesOf(sums),
    byLight: Object.fromEntries(LIGHTS.map((light) => [light, of(light)])),
    lagFen: sums.reduce((all, { lagFen }) => all + lagFen, 0),
    plannedFen: sums.reduce((all, { plannedFen }) => all + plannedFen, 0),
    quadrants: {
      items: QUADRANTS.map((side) => ({
        side,
        projects: sums.reduce((all, each) => all + each[`${side}Projects`], 0),
        budgetFen: sums.reduce((all, each) => all + each[`${side}Fen`], 0),
      })),
    },
  };
}
