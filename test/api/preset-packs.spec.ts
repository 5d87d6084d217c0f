import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  HEFEI_RULE_PACK,
  PRESET_RULE_PACKS,
  RATIO_RULE_PACK,
  rulePackRef,
  SHANXI_RULE_PACK,
  SICHUAN_RULE_PACK,
  type RulePack,
} from '@jixiao/domain';
import { VerifyRoundQuery } from '../../apps/api/src/features/monitoring/index.js';
import type { LightPage, ProjectLights } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { RulePackVersion } from '../../apps/api/src/features/targets/persistence/rule-pack-version.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Visitor } from '../support/api.js';
import { document, importDocuments, lightsAreUp, openRound, projectIds } from '../support/county.js';
import { describeBackends } from '../support/services.js';

const YEAR = 2022;
const PUBLISHED_AT = '2022-06-01T00:00:00.000Z';

describeBackends('Preset rule packs', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let finance: Visitor;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '001');
    finance = await api.as('finance');
    await importDocuments(finance, [document('ok/justice-bureau-2022.txt')], { year: YEAR });
    await openRound(finance, YEAR, 6);
    const projects = [{ name: '法治宣传', expenditureFen: 500_000 }];
    expect((await (await api.as('clerk')).post(`/rounds/${YEAR}/6/reports`, { projects })).status).toBe(200);
    await lightsAreUp(api, YEAR);
    await uow.run(async (manager) => {
      for (const { pack } of PRESET_RULE_PACKS.slice(1)) {
        const { id: packId, version } = pack;
        const row = { ref: rulePackRef(pack), packId, version, content: pack, publishedAt: PUBLISHED_AT };
        await manager.insert(RulePackVersion, row);
      }
    });
  });
  afterAll(() => api.close());

  /** Judges the round anew by another rule pack; 500,000 分 of 1,500,000 were spent by June. */
  async function judgedBy(pack: RulePack): Promise<ProjectLights> {
    const where = { year: YEAR, month: 6 };
    await uow.run((manager) => manager.update(MonitoringRound, where, { rulePackRef: rulePackRef(pack) }));
    await finance.post(`/rounds/${YEAR}/6/recompute`);
    await lightsAreUp(api, YEAR);
    const id = (await projectIds(finance, YEAR, 6)).get('法治宣传') ?? '';
    return (await finance.get<ProjectLights>(`/projects/${id}/lights?month=6`, { 'accept-language': 'zh' })).body;
  }

  it('arrive whole, so that the page judges by them as the server does', async () => {
    const { body } = await finance.get<{ items: RulePack[] }>('/rule-packs');
    const sent = new Map(body.items.map((pack) => [rulePackRef(pack), pack]));
    for (const { pack } of PRESET_RULE_PACKS) expect(sent.get(rulePackRef(pack))).toEqual(pack);
  });

  it.each(PRESET_RULE_PACKS.map(({ pack }) => [pack.id, pack] as const))(
    'R49: %s judges a round, and again with the identical result',
    async (_, pack) => {
      expect(await judgedBy(pack)).toMatchObject({ rulePack: rulePackRef(pack) });
      const { deviations, projects } = await api.app.get(VerifyRoundQuery, { strict: false }).run(YEAR, 6);
      expect(projects).toBe(13);
      expect(deviations).toEqual([]);
    },
  );

  it('R12, R13: explain the light by what they compared with', async () => {
    const sichuan = await judgedBy(SICHUAN_RULE_PACK);
    expect(sichuan.spend).toMatchObject({ light: 'yellow', reason: 'spend-below-threshold', ratioToReference: null });
    expect(sichuan.spend.explanation).toContain('执行率 33.33%，低于6月底应达到的 40% → 黄灯。');
    const hefei = await judgedBy(HEFEI_RULE_PACK);
    expect(hefei).toMatchObject({ light: 'red', spend: { light: 'red', ratioToReference: 66.67 } });
    expect(hefei.spend.explanation).toContain('完成序时进度的 66.67%，低于 100% → 红灯。');
    const { body } = await finance.get<LightPage>(`/lights?year=${YEAR}&month=6&light=red`);
    expect(body.items.map(({ name, reason }) => [name, reason])).toEqual([['法治宣传', 'spend']]);
  });

  it('R18, R19: tell by which kind an indicator is judged', async () => {
    const kinds = async (pack: RulePack) =>
      (await judgedBy(pack)).goals.indicators.map(({ level2, kind }) => [level2, kind]);
    const [ratio, shanxi] = [await kinds(RATIO_RULE_PACK), await kinds(SHANXI_RULE_PACK)];
    expect(ratio).toContainEqual(['服务对象满意度指标', 'yearEnd']);
    expect(shanxi).toContainEqual(['服务对象满意度指标', 'cumulative']);
  });
});
