import { DEFAULT_ALERT_RULES, type AlertRuleSet } from '@jixiao/domain';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AlertRuleSets, alertRulesPublished } from '../../apps/api/src/features/alert-rules/index.js';
import type {
  AlertRulesInForce,
  AlertRuleVersionList,
  PublishedAlertRules,
} from '../../apps/api/src/features/alert-rules/http/alert-rules.dto.js';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { DomainEvents } from '../../apps/api/src/platform/events/domain-events.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { describeBackends } from '../support/services.js';

const withDays = (answerDays: number): AlertRuleSet => ({ ...DEFAULT_ALERT_RULES, answerDays });

describeBackends('Alert rules', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let finance: Visitor;
  let clerk: Visitor;
  const told: string[] = [];
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('branch', 'financeReviewer', '340001');
    await api.addUser('clerk', 'clerk', '340002');
    [finance, clerk] = [await api.as('finance'), await api.as('clerk')];
    uow = api.app.get(UnitOfWork, { strict: false });
    api.app.get(DomainEvents, { strict: false }).subscribe(alertRulesPublished, (_, { ref, actor, jobIds }) => {
      told.push(`${ref} ${actor}`);
      jobIds.push('job-that-follows');
      return Promise.resolve();
    });
  });
  afterAll(() => api.close());

  const publish = (content: unknown, basedOn: string, by = finance, note = '县政府要求') =>
    by.post<PublishedAlertRules & Refusal>('/alert-rules', { content, basedOn, note });
  const versions = async () => (await finance.get<AlertRuleVersionList>('/alert-rules')).body.items;
  const current = () => api.app.get(AlertRuleSets, { strict: false }).current(uow.reader);

  it('are the preset until somebody publishes others', async () => {
    expect(await current()).toEqual({ ref: 'alert-rules@1', set: DEFAULT_ALERT_RULES });
    expect(await versions()).toEqual([
      {
        ref: 'alert-rules@1',
        version: 1,
        content: DEFAULT_ALERT_RULES,
        publishedAt: null,
        publishedBy: null,
        publishedByName: null,
        note: null,
      },
    ]);
  });

  it('are managed for the whole county, and known to whoever may be warned', async () => {
    for (const visitor of [clerk, await api.as('branch')]) {
      expect((await publish(withDays(12), 'alert-rules@1', visitor)).status).toBe(403);
      expect((await visitor.get('/alert-rules')).status).toBe(403);
      const { body } = await visitor.get<AlertRulesInForce>('/alert-rules/current');
      expect(body).toEqual({ ref: 'alert-rules@1', version: 1, content: DEFAULT_ALERT_RULES });
    }
  });

  it('are refused with every fault at its field, in the language of the reader', async () => {
    const { rules } = DEFAULT_ALERT_RULES;
    const faulty = { ...withDays(5), rules: { ...rules, worsening: { ...rules.worsening, rounds: 0 } } };
    const { status, body } = await publish(faulty, 'alert-rules@1');
    expect([status, body.code]).toEqual([422, 'alert-rules-faulty']);
    expect(body.issues).toEqual([
      { path: 'content.rules.worsening.rounds', code: 'rule-pack-out-of-range', message: '应在 1 至 11 之间。' },
      {
        path: 'content.escalateDays',
        code: 'alert-rules-escalation-late',
        message: '逾期上报的 5 个工作日应少于回应期限的 5 个工作日。',
      },
    ]);
    const unknown = await publish({ ...withDays(12), limit: 1 }, 'alert-rules@1');
    expect(unknown.body.issues?.map(({ path, code }) => [path, code])).toEqual([['content', 'unknown-field']]);
    expect((await publish(withDays(12), 'alert-rules@1', finance, ' ')).status).toBe(400);
    expect(told).toEqual([]);
  });

  it('are published as the next version with who and why, count from then on, and are told of', async () => {
    const { status, body } = await publish(withDays(12), 'alert-rules@1');
    expect([status, body]).toEqual([201, { ref: 'alert-rules@2', version: 2, jobIds: ['job-that-follows'] }]);
    expect(told).toEqual(['alert-rules@2 finance']);
    expect(await current()).toEqual({ ref: 'alert-rules@2', set: withDays(12) });
    const [second, first] = await versions();
    expect(second).toMatchObject({ publishedBy: 'finance', publishedByName: '显示 finance', note: '县政府要求' });
    expect(first).toMatchObject({ ref: 'alert-rules@1', content: DEFAULT_ALERT_RULES, publishedBy: null });
    const entry = await uow.reader.findOneByOrFail(AuditEntry, { action: 'alert-rules.publish' });
    expect(entry).toMatchObject({ actor: 'finance', subject: 'alert-rules/alert-rules@2' });
  });

  it('are not published twice the same, nor over a version that nobody has looked at', async () => {
    const same = await publish(withDays(12), 'alert-rules@2');
    expect([same.status, same.body.code]).toEqual([409, 'alert-rules-unchanged']);
    const older = await publish(withDays(15), 'alert-rules@1');
    expect([older.status, older.body.code]).toEqual([409, 'alert-rules-version-taken']);
    const both = await Promise.all([publish(withDays(15), 'alert-rules@2'), publish(withDays(20), 'alert-rules@2')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await versions()).map(({ version }) => version)).toEqual([3, 2, 1]);
  });
});
