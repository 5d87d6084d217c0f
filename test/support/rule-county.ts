import { RATIO_RULE_PACK, type RulePack } from '@jixiao/domain';
import type { PublishedPack } from '../../apps/api/src/features/rules/http/rules.dto.js';
import type { SimulationView } from '../../apps/api/src/features/rules/http/simulations.dto.js';
import { TestApi, type Answer, type Refusal, type Visitor } from './api.js';
import { importDocuments, lightsAreUp, openRound, organisationId, projectIds } from './county.js';
import { until } from './job-rig.js';
import type { TestBackend } from './services.js';

export const YEAR = 2023;

/**
 * Cumulative expenditure in June of projects with a budget of 100 万元 and no spend plan, so that 50 were due by June: what
 * was spent is 90 %, 84 %, 80 %, 64 % and 50 % of that. Each has reached its one goal.
 */
const SPENT: Readonly<Record<string, number>> = { 甲: 450_000, 乙: 420_000, 丙: 400_000, 丁: 320_000, 戊: 250_000 };

const HEAD = '单位编码,预算单位,项目名称,预算数（万元）,一级指标,二级指标,三级指标,运算符,指标值,计量单位';

/** A finance bureau with a court of five projects, of which every light can be worked out in the head. */
export class RuleCounty {
  private constructor(
    readonly api: TestApi,
    readonly finance: Visitor,
    readonly clerk: Visitor,
  ) {}

  static async open(backend: TestBackend): Promise<RuleCounty> {
    const api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('colleague', 'financeReviewer', '001');
    await api.addUser('branch', 'financeReviewer', '336001');
    await api.addUser('clerk', 'clerk', '336001');
    const county = new RuleCounty(api, await api.as('finance'), await api.as('clerk'));
    await county.fill();
    return county;
  }

  private async fill(): Promise<void> {
    const rows = Object.keys(SPENT).map((name) => `336001,法院,${name},100,产出指标,数量指标,办案件数,≥,10,件`);
    const targets = { name: '目标.csv', bytes: new TextEncoder().encode([HEAD, ...rows].join('\n')) };
    const organisation = await organisationId(this.finance, '336001');
    await importDocuments(this.finance, [targets], { year: YEAR, organisationId: organisation });
    await this.openRound(6);
    const projects = Object.entries(SPENT).map(([name, yuan]) => ({
      name,
      expenditureFen: yuan * 100,
      results: [{ indicator: '办案件数', value: 6 }],
    }));
    const saved = await this.clerk.post(`/rounds/${YEAR}/6/reports`, { projects });
    if (saved.status !== 200) throw new Error(`Reporting answered ${saved.status}: ${JSON.stringify(saved.body)}`);
    await this.lightsAreUp();
  }

  close(): Promise<void> {
    return this.api.close();
  }

  lightsAreUp(): Promise<void> {
    return lightsAreUp(this.api, YEAR);
  }

  async openRound(month: number): Promise<void> {
    await openRound(this.finance, YEAR, month);
    await this.lightsAreUp();
  }

  ids(month = 6): Promise<ReadonlyMap<string, string>> {
    return projectIds(this.finance, YEAR, month);
  }

  publish(content: unknown, by = this.finance, note = '县政府要求'): Promise<Answer<PublishedPack & Refusal>> {
    return by.post<PublishedPack & Refusal>('/rule-packs', { content, note });
  }

  /** Has rules tried on a round and waits for the result. */
  async simulate(rules: { readonly content?: unknown; readonly ref?: string }, month = 6): Promise<SimulationView> {
    const { status, body } = await this.finance.post<{ jobId: string }>('/rule-simulations', {
      year: YEAR,
      month,
      ...rules,
    });
    if (status !== 202) throw new Error(`Trying rules answered ${status}: ${JSON.stringify(body)}`);
    const isOver = async () =>
      ['succeeded', 'dead', 'cancelled'].includes(
        (await this.finance.get<{ status: string }>(`/jobs/${body.jobId}`)).body.status,
      );
    await until(isOver, 'the rules have been tried', 60_000);
    return (await this.finance.get<SimulationView>(`/rule-simulations/${body.jobId}`)).body;
  }
}

/** The default rules with other limits of spending, as somebody sends them: without a version. */
export function ratioWith(limits: Partial<typeof RATIO_RULE_PACK.spend>): Omit<RulePack, 'version'> {
  const { version: _version, ...content } = RATIO_RULE_PACK;
  return { ...content, spend: { ...RATIO_RULE_PACK.spend, ...limits } };
}
