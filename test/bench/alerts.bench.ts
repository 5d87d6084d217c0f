import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createApp } from '../../apps/api/src/create-app.js';
import { EvaluateUnits } from '../../apps/api/src/features/alerts/application/evaluate-units.js';
import { AlertRoundRepository } from '../../apps/api/src/features/alerts/persistence/alert-round.repository.js';
import { Alert } from '../../apps/api/src/features/alerts/persistence/alert.entity.js';
import { UnitsToEvaluate } from '../../apps/api/src/features/alerts/persistence/units-to-evaluate.query.js';
import { ProjectForecast } from '../../apps/api/src/features/analysis/persistence/project-forecast.entity.js';
import { JudgeProjects } from '../../apps/api/src/features/monitoring/application/judge-projects.js';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { insertRows } from '../../apps/api/src/platform/database/bulk-write.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { addLargeCounty, type LargeCounty } from '../support/large-county.js';
import { multiplyProjects } from '../support/many-lights.js';
import { describeBackends, migratedConfig, type FreshConfig } from '../support/services.js';
import { compare, fastest } from './measure.js';

type App = Awaited<ReturnType<typeof createApp>>;

const HOURS = 3_600_000;
/** Projects that are judged; all others are copies of them. */
const JUDGED = 2_000;
const GROUP = 1_000;
/** How often the plain copy of the alerts fits into raising them: they are decided by reading every light with all before it. */
const MAX_RATIO = { mysql: 25, sqlite: 40 } as const;
const MAX_STATEMENTS = 50;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** ALERTS_PROJECTS; the embedded database is for smaller places. */
const projectsOn = (database: string): number =>
  Number(process.env.ALERTS_PROJECTS ?? (database === 'mysql' ? 100_000 : 20_000));

const COUNTY: LargeCounty = {
  seed: 2023,
  year: 2023,
  departments: 60,
  units: 600,
  projects: JUDGED,
  indicatorsEach: 10,
  months: [3, 6],
};

describeBackends('bench: the alerts of a round', (backend) => {
  const projects = projectsOn(backend.database);
  let fresh: FreshConfig;
  let app: App;
  let uow: UnitOfWork;
  const get = <T>(type: abstract new (...args: never[]) => T): T => app.get(type as never, { strict: false });

  beforeAll(async () => {
    fresh = await migratedConfig(backend);
    app = await createApp(fresh.config, { http: false, runJobs: false });
    uow = get(UnitOfWork);
    const root = { code: '001', name: '财政局', kind: 'financeBureau', parentCode: null, addedBy: 'system' } as const;
    await addLargeCounty(uow, await get(AddOrganisation).execute(root), COUNTY);
    const rounds = await uow.reader.find(MonitoringRound, { order: { month: 'ASC' } });
    const ids = (await uow.reader.find(Project, { select: { id: true } })).map(({ id }) => id);
    for (const { id } of rounds) {
      for (let at = 0; at < ids.length; at += 500) await get(JudgeProjects).run(id, ids.slice(at, at + 500));
      await addForecasts(uow, id);
    }
    // What would judge and analyse what is stored here is none of what is measured.
    await uow.run((manager) => manager.query('delete from job_run'));
    await uow.run((manager) => multiplyProjects(manager, projects / JUDGED));
    say(`${projects} projects are there on ${backend.name}`);
  }, HOURS);
  afterAll(async () => {
    await app.close();
    await fresh.cleanup();
  });

  /** Every unit of the round, a group after the other as the jobs do it, by one process. */
  async function evaluate(roundId: string): Promise<void> {
    const groups: string[][] = [];
    let size = GROUP;
    for (const unit of await get(UnitsToEvaluate).ofRound(uow.reader, roundId)) {
      if (size >= GROUP) {
        groups.push([]);
        size = 0;
      }
      groups.at(-1)?.push(unit.organisationId);
      size += unit.projects;
    }
    for (const organisationIds of groups) await get(EvaluateUnits).run(roundId, organisationIds);
  }

  it(
    `${projects} projects`,
    async () => {
      const [march, june] = await uow.reader.find(MonitoringRound, { order: { month: 'ASC' } });
      if (march === undefined || june === undefined) throw new Error('There are no rounds');
      const mark = (roundId: string): Promise<void> =>
        uow.run((manager) =>
          get(AlertRoundRepository).mark(manager, {
            roundId,
            live: true,
            evaluatedAt: '2023-07-01T00:00:00.000Z',
            evaluatedOn: '2023-07-01',
            ruleSetRef: 'alert-rules@1',
          }),
        );
      await mark(march.id);
      await evaluate(march.id);
      await mark(june.id);
      expect(await uow.reader.countBy(ProjectLight, { roundId: june.id })).toBe(projects);
      const counted = await countStatements(uow);
      const first = await fastest(1, () => evaluate(june.id));
      const perThousand = counted.stop() / (projects / 1_000);
      const raised = await uow.reader.countBy(Alert, { roundId: june.id });
      const again = await fastest(1, () => evaluate(june.id));
      const floor = await copyAlerts(uow, june.id);
      say(
        `${projects} projects, ${raised} alerts on ${backend.name}: ${(first / 1000).toFixed(1)} s, ` +
          `${perThousand.toFixed(1)} statements per 1,000 projects; again ${(again / 1000).toFixed(1)} s`,
      );
      compare(`look at ${projects} projects again on ${backend.name}`, again, floor, Infinity);
      compare(`raise the alerts of ${projects} projects on ${backend.name}`, first, floor, MAX_RATIO[backend.database]);
      expect(perThousand).toBeLessThanOrEqual(MAX_STATEMENTS);
    },
    HOURS,
  );
});

/** Where the year would end at the pace so far: what the analysis would store, as far as alerts look at it. */
async function addForecasts(uow: UnitOfWork, roundId: string): Promise<void> {
  const lights = await uow.reader.findBy(ProjectLight, { roundId });
  const forecasts = lights.map((light): ProjectForecast => {
    const { adjustedBudgetFen: budgetFen, expenditureFen: spentFen, plannedFen } = light;
    const percent = budgetFen && spentFen !== null && plannedFen ? (spentFen / plannedFen) * 10_000 : null;
    return {
      id: `0185${light.id.slice(4)}`,
      roundId,
      projectId: light.projectId,
      organisationId: light.organisationId,
      budgetFen,
      spentFen,
      plannedFen,
      executionRate: null,
      goalPercent: null,
      asOfMonth: null,
      method: null,
      noForecast: null,
      forecastFen: null,
      lowerFen: null,
      upperFen: null,
      intervalBasis: null,
      poolName: null,
      forecastPercent: percent === null ? null : Math.round(percent),
      unspentFen: null,
      likelihood: null,
    };
  });
  await uow.run((manager) => insertRows(manager, ProjectForecast, forecasts));
}

/** Milliseconds of a plain copy of the round's alerts into a table of the same shape, its indices included. */
async function copyAlerts(uow: UnitOfWork, roundId: string): Promise<number> {
  return uow.run(async (manager) => {
    if (manager.dataSource.options.type === 'better-sqlite3') {
      const made = await manager.query<{ sql: string }[]>(
        "select sql from sqlite_master where tbl_name = 'alert' and sql is not null order by type desc",
      );
      for (const { sql } of made) {
        await manager.query(sql.replace(/"alert"/, '"alert_copy"').replace(/"(ix|uq)_/g, '"copy_$1_'));
      }
    } else await manager.query('create table alert_copy like alert');
    const copy = (): Promise<unknown> =>
      manager.query('insert into alert_copy select * from alert where round_id = ?', [roundId]);
    const first = await fastest(1, copy);
    await manager.query('delete from alert_copy');
    return Math.min(first, await fastest(1, copy));
  });
}

/** Counts what is sent to the database from now on, by the program's readers and its writer. */
async function countStatements(uow: UnitOfWork): Promise<{ readonly stop: () => number }> {
  const sources = new Set([uow.reader.dataSource, await uow.run((manager) => Promise.resolve(manager.dataSource))]);
  let statements = 0;
  const loggers = [...sources].map((source) => ({ source, logger: source.logger }));
  for (const { source, logger } of loggers) {
    const logQuery = (): void => void (statements += 1);
    source.logger = Object.assign(Object.create(logger) as typeof logger, { logQuery });
  }
  return {
    stop: () => {
      for (const { source, logger } of loggers) source.logger = logger;
      return statements;
    },
  };
}
