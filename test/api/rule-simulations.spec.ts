import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HEFEI_RULE_PACK } from '@jixiao/domain';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import { RemoveOldSimulations } from '../../apps/api/src/features/rules/application/remove-old-simulations.js';
import { SimulateRules } from '../../apps/api/src/features/rules/application/simulate-rules.js';
import type { SimulationChangePage, SimulationList } from '../../apps/api/src/features/rules/http/simulations.dto.js';
import { simulateJob } from '../../apps/api/src/features/rules/jobs/simulate.jobs.js';
import { RuleSimulationChange } from '../../apps/api/src/features/rules/persistence/rule-simulation-change.entity.js';
import { RuleSimulation } from '../../apps/api/src/features/rules/persistence/rule-simulation.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { Pace } from '../../apps/api/src/platform/runtime/pace.js';
import type { Refusal, Visitor } from '../support/api.js';
import { ratioWith, RuleCounty, YEAR } from '../support/rule-county.js';
import { describeBackends } from '../support/services.js';

const STRICTER = ratioWith({ redBelow: 70, yellowBelow: 85 });
/** A worker of another machine, of which nobody can tell whether it lives. */
const NOBODY = 'elsewhere:1:0';
const FAR_OFF = '2999-01-01T00:00:00.000Z';

describeBackends('R50: trying rules on a round', (backend) => {
  let county: RuleCounty;
  let uow: UnitOfWork;
  beforeAll(async () => {
    county = await RuleCounty.open(backend);
    uow = county.api.app.get(UnitOfWork, { strict: false });
  }, 60_000);
  afterAll(() => county.close());

  const changes = async (id: string, query = '', locale = 'zh', by: Visitor = county.finance) =>
    (await by.get<SimulationChangePage>(`/rule-simulations/${id}/changes${query}`, { 'accept-language': locale })).body;
  const stored = () => uow.reader.find(ProjectLight);

  it('changes exactly the projects that it should, the worst first, says why, and touches no light', async () => {
    const before = await stored();
    const simulation = await county.simulate({ content: STRICTER });
    expect(simulation).toMatchObject({
      year: YEAR,
      month: 6,
      requestedBy: 'finance',
      content: { id: 'ratio', version: 2, spend: { redBelow: 70, yellowBelow: 85 } },
      summary: {
        projects: 5,
        flows: {
          project: [
            { from: 'red', to: 'red', projects: 1, budgetFen: 100_000_000 },
            { from: 'yellow', to: 'red', projects: 1, budgetFen: 100_000_000 },
            { from: 'green', to: 'yellow', projects: 2, budgetFen: 200_000_000 },
            { from: 'green', to: 'green', projects: 1, budgetFen: 100_000_000 },
          ],
          goals: [{ from: 'green', to: 'green', projects: 5, budgetFen: 500_000_000 }],
        },
        reasons: [{ reason: 'spend', worse: 3, better: 0, other: 0 }],
      },
    });
    expect(simulation.summary.flows.spend).toEqual(simulation.summary.flows.project);
    const { items, total } = await changes(simulation.id);
    expect([total, items.map(({ name, project }) => `${name} ${project.from} ${project.to}`)]).toEqual([
      3,
      ['丁 yellow red', '丙 green yellow', '乙 green yellow'],
    ]);
    expect(items[0]).toMatchObject({
      organisationName: '法院',
      adjustedBudgetFen: 100_000_000,
      spend: { from: 'yellow', to: 'red' },
      goals: { from: 'green', to: 'green' },
      indicators: [],
    });
    expect(items[0]?.explanationBefore).toMatch(/^黄灯：.*64\.00%/);
    expect(items[0]?.explanationAfter).toMatch(/^红灯：.*低于 70%/);
    expect((await changes(simulation.id, '', 'en')).items[0]?.explanationAfter).toMatch(/^Red: .*70%/);
    expect(await stored()).toEqual(before);
  });

  it('gives the changes by colour and page by page', async () => {
    const { id } = await county.simulate({ content: STRICTER });
    const yellow = await changes(id, '?from=green&to=yellow');
    expect([yellow.total, yellow.items.map(({ name }) => name)]).toEqual([2, ['丙', '乙']]);
    const second = await changes(id, '?page=2&size=1');
    expect([second.total, second.items.map(({ name }) => name)]).toEqual([3, ['丙']]);
    expect((await changes(id, '?from=blue')).items).toEqual([]);
  });

  it('takes published rules and presets as well, and names indicators that change', async () => {
    const none = await county.simulate({ ref: 'ratio@1' });
    expect((await changes(none.id)).items).toEqual([]);
    const hefei = await county.simulate({ ref: 'hefei@1' });
    expect(hefei.content).toEqual(HEFEI_RULE_PACK);
    expect((await changes(hefei.id)).items.map(({ name, project }) => `${name} ${project.to}`)).toEqual([
      '丙 red',
      '乙 red',
      '甲 red',
      '丁 red',
    ]);
    const { indicators } = ratioWith({});
    const goals = await county.simulate({
      content: { ...ratioWith({}), indicators: { ...indicators, blueOf: 'standard' } },
    });
    const [first] = (await changes(goals.id)).items;
    expect(first?.indicators).toEqual([{ name: '办案件数', from: 'green', to: 'blue' }]);
  });

  it('works on a locked round just so', async () => {
    await county.openRound(3);
    expect((await county.finance.post(`/rounds/${YEAR}/3/lock`, { asTheyStand: true })).status).toBe(200);
    expect((await county.simulate({ ref: 'hefei@1' }, 3)).summary.projects).toBe(5);
  });

  it('refuses what cannot be tried, and who may not', async () => {
    const ask = (body: object, by = county.finance) =>
      by.post<Refusal>('/rule-simulations', { year: YEAR, month: 6, ...body });
    const overlap = await ask({ content: ratioWith({ redBelow: 90 }) });
    expect(overlap.body.issues?.map(({ path, code }) => [path, code])).toEqual([
      ['content.spend.yellowBelow', 'rule-pack-bands-overlap'],
    ]);
    expect((await ask({})).status).toBe(400);
    expect((await ask({ ref: 'ratio@1', content: STRICTER })).status).toBe(400);
    expect((await ask({ ref: 'ratio@77' })).body.code).toBe('rule-pack-not-found');
    expect((await ask({ ref: 'ratio@1', month: 12 })).body.code).toBe('round-not-found');
    const { id } = await county.simulate({ ref: 'ratio@1' });
    const branch = await county.api.as('branch');
    for (const visitor of [branch, county.clerk]) {
      expect((await ask({ ref: 'ratio@1' }, visitor)).status).toBe(403);
      for (const path of ['', `/${id}`, `/${id}/changes`]) {
        expect((await visitor.get(`/rule-simulations${path}`)).status).toBe(403);
      }
    }
    expect((await county.finance.get(`/rule-simulations/${crypto.randomUUID()}`)).status).toBe(404);
  });

  it('lets a person have one at a time, which can be called off, and shows the others’', async () => {
    const id = await uow.run(async (manager) => {
      const payload = { roundId: 'none', actor: 'finance', content: structuredClone(HEFEI_RULE_PACK) as never };
      const jobId = await county.api.app
        .get(JobQueue, { strict: false })
        .enqueue(manager, simulateJob, payload, { key: 'finance', requestedBy: 'finance' });
      const running = { status: 'running' as const, leaseOwner: NOBODY, leaseUntil: FAR_OFF, done: 2, total: 5 };
      await manager.update(JobRun, { id: jobId }, running);
      return jobId;
    });
    const refused = await county.finance.post<Refusal>('/rule-simulations', { year: YEAR, month: 6, ref: 'ratio@1' });
    expect([refused.status, refused.body.code]).toEqual([409, 'simulation-under-way']);
    const { running } = (await county.finance.get<SimulationList>('/rule-simulations')).body;
    expect(running).toEqual({ jobId: id, status: 'running', done: 2, total: 5 });
    const colleague = await county.api.as('colleague');
    const seen = (await colleague.get<SimulationList>('/rule-simulations')).body;
    expect(seen.running).toBeNull();
    expect(seen.items[0]).toMatchObject({ requestedBy: 'finance', requestedByName: '显示 finance' });
    expect((await county.finance.post(`/jobs/${id}/cancel`)).status).toBeLessThan(300);
    await uow.run((manager) => manager.update(JobRun, { id }, { status: 'cancelled', slot: null }));
  });

  it('leaves nothing to see of a trial that is cut off, and puts the next try in its place', async () => {
    const { roundId } = await uow.reader.findOneByOrFail(ProjectLight, {});
    const simulate = county.api.app.get(SimulateRules, { strict: false });
    const content = structuredClone(HEFEI_RULE_PACK) as never;
    const payload = { roundId, actor: 'finance', content };
    class Cut extends Pace {
      override breathe(): Promise<void> {
        return Promise.reject(new Error('cut off'));
      }
    }
    const id = crypto.randomUUID();
    await expect(simulate.run(id, payload, new Cut({}))).rejects.toThrow('cut off');
    expect((await county.finance.get(`/rule-simulations/${id}`)).status).toBe(404);
    await simulate.run(id, payload, new Pace({}));
    await simulate.run(id, payload, new Pace({}));
    expect((await county.finance.get(`/rule-simulations/${id}`)).status).toBe(200);
  });

  it('is forgotten after thirty days with all its changes', async () => {
    const kept = await county.simulate({ content: STRICTER });
    const old = await county.simulate({ content: STRICTER });
    const startedAt = new Date(Date.now() - 31 * 24 * 3_600_000).toISOString();
    await uow.run((manager) => manager.update(RuleSimulation, { id: old.id }, { startedAt }));
    await county.api.app.get(RemoveOldSimulations, { strict: false }).run();
    expect((await county.finance.get(`/rule-simulations/${old.id}`)).status).toBe(404);
    expect(await uow.reader.countBy(RuleSimulationChange, { simulationId: old.id })).toBe(0);
    expect(await uow.reader.countBy(RuleSimulationChange, { simulationId: kept.id })).toBe(3);
  });
});
