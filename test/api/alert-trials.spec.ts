import { DEFAULT_ALERT_RULES, type AlertRules, type AlertRuleSet } from '@jixiao/domain';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  AlertTrialAlertPage,
  AlertTrialList,
  AlertTrialView,
} from '../../apps/api/src/features/alert-rules/http/alert-trials.dto.js';
import { RemoveOldTrials } from '../../apps/api/src/features/alert-rules/application/remove-old-trials.js';
import { AlertRuleTrial } from '../../apps/api/src/features/alert-rules/persistence/alert-rule-trial.entity.js';
import { AlertRuleVersion } from '../../apps/api/src/features/alert-rules/persistence/alert-rule-version.entity.js';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import type { Refusal, Visitor } from '../support/api.js';
import { until } from '../support/job-rig.js';
import { RuleCounty, YEAR } from '../support/rule-county.js';
import { describeBackends } from '../support/services.js';

const JUNE = [{ year: YEAR, month: 6 }];
const lagging = (changes: Partial<AlertRules['spend-lagging']>): AlertRuleSet => {
  const { rules } = DEFAULT_ALERT_RULES;
  return { ...DEFAULT_ALERT_RULES, rules: { ...rules, 'spend-lagging': { ...rules['spend-lagging'], ...changes } } };
};

describeBackends('A trial of alert rules', (backend) => {
  let county: RuleCounty;
  let uow: UnitOfWork;
  beforeAll(async () => {
    county = await RuleCounty.open(backend);
    uow = county.api.app.get(UnitOfWork, { strict: false });
  }, 120_000);
  afterAll(() => county.close());

  const ask = (content: unknown, rounds: unknown = JUNE, by: Visitor = county.finance) =>
    by.post<{ jobId: string } & Refusal>('/alert-rules/trials', { content, rounds });
  const tried = async (content: unknown): Promise<AlertTrialView> => {
    const { status, body } = await ask(content);
    expect(status).toBe(202);
    const { finance } = county;
    const isOver = async () =>
      (await finance.get<{ status: string }>(`/jobs/${body.jobId}`)).body.status === 'succeeded';
    await until(isOver, 'the alert rules have been tried', 60_000);
    return (await finance.get<AlertTrialView>(`/alert-rules/trials/${body.jobId}`)).body;
  };
  const alertsOf = async (id: string, query: string) =>
    (await county.finance.get<AlertTrialAlertPage>(`/alert-rules/trials/${id}/alerts?${query}`)).body;
  const laggingIn = ({ rounds }: AlertTrialView) => rounds[0]?.kinds.find(({ kind }) => kind === 'spend-lagging');

  // 丁 is 18 points behind straight-line progress and yellow, 戊 25 and red; 丙, 10 behind, is green.
  it('counts by round and rule what would be raised, and what of it is new or gone', async () => {
    const view = await tried(lagging({ points: 20, redFrom: 30 }));
    expect(view).toMatchObject({
      comparedWith: 'alert-rules@1',
      requestedByName: '显示 finance',
      rounds: [{ year: YEAR, month: 6, projects: 5 }],
    });
    expect(laggingIn(view)).toMatchObject({ red: 0, yellow: 1, turns: { new: 0, gone: 1, severity: 1, same: 0 } });
    const entry = await uow.reader.findOneByOrFail(AuditEntry, { action: 'alert-rules.try' });
    expect(entry).toMatchObject({ actor: 'finance', subject: `alert-rules/${view.id}` });
  });

  it('names the projects, what changes first, with the sentence of why', async () => {
    const { id } = await tried(lagging({ points: 20, redFrom: 30 }));
    const { items, total } = await alertsOf(id, 'kind=spend-lagging');
    expect(total).toBe(2);
    expect(items.map(({ name, turn, severity }) => `${name} ${turn} ${severity}`)).toEqual([
      '丁 gone yellow',
      '戊 severity yellow',
    ]);
    expect(items.map(({ explanation }) => explanation)).toEqual([
      '执行率 32.00%，计划 50.00%，落后 18.00 个百分点（规则：落后 10 个百分点以上）。',
      '执行率 25.00%，计划 50.00%，落后 25.00 个百分点（规则：落后 20 个百分点以上）。',
    ]);
    const gone = await alertsOf(id, `kind=spend-lagging&turn=gone&year=${YEAR}&month=6&size=1`);
    expect([gone.total, gone.items.map(({ name }) => name)]).toEqual([1, ['丁']]);
    expect((await alertsOf(id, 'month=9')).total).toBe(0);
  });

  it('raises nothing and publishes nothing', async () => {
    const view = await tried(lagging({ on: false }));
    expect(laggingIn(view)).toMatchObject({ red: 0, yellow: 0, turns: { gone: 2 } });
    expect(await uow.reader.count(AlertRuleVersion)).toBe(0);
  });

  it('is refused for faulty rules, unknown rounds, and whoever does not manage rules of the whole county', async () => {
    const faulty = await ask(lagging({ points: 0 }));
    expect([faulty.status, faulty.body.code]).toEqual([422, 'alert-rules-faulty']);
    expect((await ask(DEFAULT_ALERT_RULES, [{ year: YEAR, month: 11 }])).body.code).toBe('round-not-found');
    expect((await ask(DEFAULT_ALERT_RULES, [])).status).toBe(400);
    const branch = await county.api.as('branch');
    for (const visitor of [county.clerk, branch]) {
      expect((await ask(DEFAULT_ALERT_RULES, JUNE, visitor)).status).toBe(403);
      expect((await visitor.get('/alert-rules/trials')).status).toBe(403);
    }
    const nobody = '/alert-rules/trials/00000000-0000-7000-8000-000000000000';
    expect((await county.finance.get(nobody)).status).toBe(404);
    expect((await county.finance.get(`${nobody}/alerts`)).status).toBe(404);
  });

  it('is listed with the others for thirty days', async () => {
    const { items, running } = (await county.finance.get<AlertTrialList>('/alert-rules/trials')).body;
    expect(running).toBeNull();
    expect(items).toHaveLength(3);
    const old = items[2]?.id ?? '';
    const startedAt = new Date(Date.now() - 31 * 86_400_000).toISOString();
    await uow.run((manager) => manager.update(AlertRuleTrial, { id: old }, { startedAt }));
    await county.api.app.get(RemoveOldTrials, { strict: false }).run();
    expect((await county.finance.get(`/alert-rules/trials/${old}`)).status).toBe(404);
    expect((await county.finance.get<AlertTrialList>('/alert-rules/trials')).body.items).toHaveLength(2);
  });
});
