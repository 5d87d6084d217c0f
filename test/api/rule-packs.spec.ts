import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PRESET_RULE_PACKS, RATIO_RULE_PACK, SICHUAN_RULE_PACK, type RulePack } from '@jixiao/domain';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { StaleLights } from '../../apps/api/src/features/monitoring/application/stale-lights.js';
import { VerifyRoundQuery } from '../../apps/api/src/features/monitoring/index.js';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import type { RoundView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import type { PresetList, PublishedPackList, RulesOfRound } from '../../apps/api/src/features/rules/http/rules.dto.js';
import { RulePackVersion } from '../../apps/api/src/features/targets/persistence/rule-pack-version.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import type { Refusal } from '../support/api.js';
import { whileJudgingFails } from '../support/judging.js';
import { ratioWith, RuleCounty, YEAR } from '../support/rule-county.js';
import { describeBackends } from '../support/services.js';

const ROUND = `/rounds/${YEAR}/6/rule-pack`;
const WINDOW = { opensOn: '2000-01-01', closesOn: '2099-12-31' };

describeBackends('Rule packs', (backend) => {
  let county: RuleCounty;
  let uow: UnitOfWork;
  beforeAll(async () => {
    county = await RuleCounty.open(backend);
    uow = county.api.app.get(UnitOfWork, { strict: false });
  }, 60_000);
  afterAll(() => county.close());

  const versions = async () => (await county.finance.get<PublishedPackList>('/rule-packs/versions')).body.items;
  const roundOf = async (month: number) =>
    (await county.finance.get<{ items: RoundView[] }>(`/rounds?year=${YEAR}`)).body.items.find(
      (round) => round.month === month,
    );
  const lightsOf = async (month: number) => {
    const { id: roundId } = await uow.reader.findOneByOrFail(MonitoringRound, { year: YEAR, month });
    const names = new Map([...(await county.ids(month))].map(([name, id]) => [id, name]));
    const rows = await uow.reader.findBy(ProjectLight, { roundId });
    return Object.fromEntries(
      rows.map(({ projectId, light, rulePackRef }) => [names.get(projectId), `${light} ${rulePackRef}`]),
    );
  };
  const lastEntry = (action: string) =>
    uow.reader.findOneOrFail(AuditEntry, { where: { action }, order: { seq: 'DESC' } });

  it('are presets at first, of which only the default is stored, and used for every year', async () => {
    const { items } = (await county.finance.get<PresetList>('/rule-packs/presets')).body;
    expect(items.map(({ ref, stored }) => [ref, stored])).toEqual(
      PRESET_RULE_PACKS.map(({ pack }) => [`${pack.id}@1`, pack.id === 'ratio']),
    );
    expect(await versions()).toMatchObject([
      {
        ref: 'ratio@1',
        publishedBy: null,
        note: null,
        years: [YEAR],
        rounds: [{ year: YEAR, month: 6, locked: false }],
      },
    ]);
    expect((await county.finance.get('/fiscal-years')).body).toMatchObject({
      items: [{ year: YEAR, rulePack: 'ratio@1' }],
    });
  });

  it('are for who manages rules of the whole county', async () => {
    const branch = await county.api.as('branch');
    const content = ratioWith({ yellowBelow: 85 });
    for (const visitor of [branch, county.clerk]) {
      expect((await county.publish(content, visitor)).status).toBe(403);
      expect((await visitor.put(`/fiscal-years/${YEAR}/rule-pack`, { ref: 'ratio@1' })).status).toBe(403);
      expect((await visitor.put(ROUND, { ref: 'ratio@1', note: '试' })).status).toBe(403);
      expect((await visitor.get('/rule-packs/versions')).status).toBe(403);
      expect((await visitor.get('/rule-packs/presets')).status).toBe(403);
      expect((await visitor.get('/rule-packs')).status).toBe(200);
    }
  });

  it('are refused with every fault at its field, in the language of the reader', async () => {
    const content = { ...ratioWith({ redBelow: 85 }), title: { zh: '', en: 'x' } };
    const { status, body } = await county.publish(content);
    expect([status, body.code]).toEqual([422, 'rule-pack-faulty']);
    expect(body.issues).toEqual([
      { path: 'content.title.zh', code: 'rule-pack-text-missing', message: '此项不能为空。' },
      {
        path: 'content.spend.yellowBelow',
        code: 'rule-pack-bands-overlap',
        message: '黄灯界限 80 应大于红灯界限 85，否则红灯与绿灯重叠。',
      },
    ]);
    const unknown = await county.publish({ ...ratioWith({}), spend: { ...RATIO_RULE_PACK.spend, limit: 1 } });
    expect(unknown.body.issues?.map(({ path, code }) => [path, code])).toEqual([['content.spend', 'unknown-field']]);
    expect((await county.publish(ratioWith({ yellowBelow: 85 }), county.finance, ' ')).status).toBe(400);
    expect((await versions()).map(({ ref }) => ref)).toEqual(['ratio@1']);
  });

  it('are published as the next version with who and why, never twice the same, and never changed', async () => {
    expect((await county.publish(ratioWith({}))).body.code).toBe('rule-pack-unchanged');
    const { status, body } = await county.publish(ratioWith({ yellowBelow: 85 }));
    expect([status, body.ref]).toEqual([201, 'ratio@2']);
    const again = await county.publish(ratioWith({ yellowBelow: 85 }));
    expect([again.status, again.body.code]).toEqual([409, 'rule-pack-unchanged']);
    const [second, first] = await versions();
    expect(second).toMatchObject({
      ref: 'ratio@2',
      publishedBy: 'finance',
      publishedByName: '显示 finance',
      note: '县政府要求',
      years: [],
      rounds: [],
    });
    expect(second?.content.spend).toMatchObject({ redBelow: 60, yellowBelow: 85 });
    expect(first?.content).toEqual(RATIO_RULE_PACK);
    expect(await lastEntry('rules.publish')).toMatchObject({ actor: 'finance', subject: 'rule-pack/ratio@2' });
    const { items } = (await county.clerk.get<{ items: RulePack[] }>('/rule-packs')).body;
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('give one version to one of two who publish at once', async () => {
    const colleague = await county.api.as('colleague');
    const own = { ...ratioWith({}), id: 'county' };
    const answers = await Promise.all([
      county.publish(own),
      county.publish({ ...own, title: { zh: '另一套', en: 'Another' } }, colleague),
    ]);
    const taken = answers.filter(({ status }) => status === 201).map(({ body }) => body.ref);
    const refused = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect([...new Set(taken)]).toHaveLength(taken.length);
    expect(taken.length + refused.filter((code) => code === 'rule-pack-version-taken').length).toBe(2);
    expect(taken).toContain('county@1');
  });

  it('tell who has published meanwhile', async () => {
    const content: RulePack = { ...RATIO_RULE_PACK, id: 'taken', version: 2 };
    // What the newest version is was looked up before the other one was stored.
    await uow.run((manager) =>
      manager.insert(RulePackVersion, {
        ref: 'taken@2',
        packId: 'other',
        version: 2,
        content,
        publishedAt: '2023-01-01T00:00:00.000Z',
        publishedBy: null,
        note: null,
      }),
    );
    expect((await county.publish({ ...ratioWith({}), id: 'taken' })).body.ref).toBe('taken@1');
    const late = await county.publish({ ...ratioWith({ yellowBelow: 90 }), id: 'taken' });
    expect([late.status, late.body.code]).toEqual([409, 'rule-pack-version-taken']);
  });

  it('store a preset under nobody’s name the first time that it is published or chosen', async () => {
    const { version: _version, ...sichuan } = SICHUAN_RULE_PACK;
    const { body } = await county.publish({ ...sichuan, largeProject: null });
    expect(body.ref).toBe('sichuan@2');
    const first = (await versions()).find(({ ref }) => ref === 'sichuan@1');
    expect(first).toMatchObject({ content: SICHUAN_RULE_PACK, publishedBy: null, note: null });
    expect((await county.publish(sichuan)).body.ref).toBe('sichuan@3');
  });

  it('are chosen for the rounds of a year that are opened from then on, or for one of them', async () => {
    const choose = (ref: string) => county.finance.put<Refusal>(`/fiscal-years/${YEAR}/rule-pack`, { ref });
    const unknown = await choose('nothing@1');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'rule-pack-not-found']);
    expect((await choose('ratio@2')).body).toEqual({ year: YEAR, rulePack: 'ratio@2' });
    const { seq } = await lastEntry('rules.choose-for-year');
    expect((await choose('ratio@2')).status).toBe(200);
    expect(await lastEntry('rules.choose-for-year')).toMatchObject({ seq, subject: `fiscal-year/${YEAR}` });
    expect((await county.finance.get('/fiscal-years')).body).toMatchObject({ items: [{ rulePack: 'ratio@2' }] });
    expect((await roundOf(6))?.rulePack).toBe('ratio@1');
    await county.openRound(9);
    expect((await roundOf(9))?.rulePack).toBe('ratio@2');
    const hefei = { year: YEAR, month: 10, ...WINDOW, rulePack: 'hefei@1' };
    expect((await county.finance.post<RoundView>('/rounds', hefei)).body.rulePack).toBe('hefei@1');
    expect((await versions()).find(({ ref }) => ref === 'hefei@1')?.publishedBy).toBeNull();
    const other = { year: YEAR, month: 11, ...WINDOW, rulePack: 'nothing@1' };
    expect((await county.finance.post<Refusal>('/rounds', other)).body.code).toBe('rule-pack-not-found');
    expect(await roundOf(11)).toBeUndefined();
  });

  it('judge an open round anew where another is chosen for it', async () => {
    const before = { 甲: 'green', 乙: 'green', 丙: 'green', 丁: 'yellow', 戊: 'red' };
    expect(await lightsOf(6)).toEqual(mapped(before, 'ratio@1'));
    const { status, body } = await county.finance.put<RulesOfRound>(ROUND, { ref: 'ratio@2', note: '县里统一' });
    expect([status, body.rulePack, body.jobIds.length]).toEqual([200, 'ratio@2', 1]);
    await county.lightsAreUp();
    expect(await lightsOf(6)).toEqual(mapped({ ...before, 乙: 'yellow', 丙: 'yellow' }, 'ratio@2'));
    const { deviations } = await county.api.app.get(VerifyRoundQuery, { strict: false }).run(YEAR, 6);
    expect(deviations).toEqual([]);
    const entry = await lastEntry('rules.choose-for-round');
    expect([entry.before, entry.after]).toEqual([{ rulePack: 'ratio@1' }, { rulePack: 'ratio@2', note: '县里统一' }]);
    const again = await county.finance.put<RulesOfRound>(ROUND, { ref: 'ratio@2', note: '又' });
    expect([again.status, again.body.jobIds]).toEqual([200, []]);
    expect((await lastEntry('rules.choose-for-round')).seq).toBe(entry.seq);
  });

  it('leave lights of the old rules as stale where judging fails, and these are found', async () => {
    await whileJudgingFails(county.api, async () => {
      expect((await county.finance.put(ROUND, { ref: 'ratio@1', note: '改回' })).status).toBe(200);
      await county.lightsAreUp();
    });
    const round = await uow.reader.findOneByOrFail(MonitoringRound, { year: YEAR, month: 6 });
    const stale = county.api.app.get(StaleLights, { strict: false });
    expect(await stale.of(uow.reader, round)).toHaveLength(5);
    await stale.judgeAgain(round.id, null);
    await county.lightsAreUp();
    expect(await stale.of(uow.reader, round)).toEqual([]);
  });

  it('R49: stay what they were for a locked round, whatever is published later', async () => {
    const locked = await county.finance.post(`/rounds/${YEAR}/6/lock`, { asTheyStand: true });
    expect(locked.status).toBe(200);
    const before = await lightsOf(6);
    const refused = await county.finance.put<Refusal>(ROUND, { ref: 'ratio@2', note: '县里统一' });
    expect([refused.status, refused.body.code]).toEqual([409, 'round-locked']);
    expect((await county.publish(ratioWith({ yellowBelow: 95 }))).body.ref).toBe('ratio@3');
    expect(await lightsOf(6)).toEqual(before);
    const { deviations, projects } = await county.api.app.get(VerifyRoundQuery, { strict: false }).run(YEAR, 6);
    expect([projects, deviations]).toEqual([5, []]);
  });
});

const mapped = (lights: Readonly<Record<string, string>>, ref: string) =>
  Object.fromEntries(Object.entries(lights).map(([name, light]) => [name, `${light} ${ref}`]));
