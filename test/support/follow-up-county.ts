import type {
  RectificationDetail,
  RectificationInput,
} from '../../apps/api/src/features/rectification/http/rectifications.dto.js';
import type { StepsResult } from '../../apps/api/src/features/reporting/http/steps.dto.js';
import { SaveTargets, SuccessionRepository } from '../../apps/api/src/features/targets/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Answer, type Refusal, type Visitor } from './api.js';
import { lightsAreUp, openRound, organisationId } from './county.js';
import type { TestBackend } from './services.js';
import { newTarget } from './target-drafts.js';
import { upload } from './upload.js';

const PEOPLE = {
  finance: ['financeReviewer', '001'],
  second: ['financeReviewer', '001'],
  leader: ['leader', '001'],
  department: ['departmentReviewer', '336001'],
  clerk: ['clerk', '336001'],
  colleague: ['clerk', '336001'],
  reviewer: ['unitReviewer', '336001'],
  stranger: ['clerk', '340001'],
  auditor: ['auditor', '001'],
} as const;
export type Follower = keyof typeof PEOPLE;

const PDF = { name: '整改报告.pdf', bytes: Buffer.from('%PDF-1.7 …') };
/** Of a project's budget of 50 万元, half of which is planned by June and all of it by December. */
export const BEHIND_FEN = 5_000_000;
export const IN_TIME_FEN = 50_000_000;

type Step = Answer<RectificationDetail & Refusal>;

/** A court whose projects are judged by their spending alone, and everybody who has a hand in what is put right. */
export class FollowUpCounty {
  private constructor(
    readonly api: TestApi,
    readonly people: Readonly<Record<Follower, Visitor>>,
    readonly unit: string,
  ) {}

  static async open(backend: TestBackend): Promise<FollowUpCounty> {
    const api = await TestApi.open(backend);
    await api.addTree();
    for (const [name, [role, place]] of Object.entries(PEOPLE)) await api.addUser(name, role, place);
    const names = Object.keys(PEOPLE) as Follower[];
    const visitors = await Promise.all(names.map(async (name) => [name, await api.as(name)] as const));
    const people = Object.fromEntries(visitors) as Record<Follower, Visitor>;
    return new FollowUpCounty(api, people, await organisationId(people.finance, '336001'));
  }

  close(): Promise<void> {
    return this.api.close();
  }

  /** @returns the id of a new project with a budget of 50 万元 and no indicators */
  async project(year: number, name = '甲'): Promise<string> {
    const items = [newTarget({ year, organisationId: this.unit }, name, { indicators: [] })];
    const [id = ''] = await this.uow.run((manager) =>
      this.api.app.get(SaveTargets, { strict: false }).run(manager, items, { actor: 'finance', importBatchId: null }),
    );
    return id;
  }

  async continues(projectId: string, beforeId: string): Promise<void> {
    const successions = this.api.app.get(SuccessionRepository, { strict: false });
    await this.uow.run((manager) => successions.link(manager, projectId, beforeId, new Date().toISOString()));
  }

  async openRound(year: number, month: number): Promise<void> {
    await openRound(this.people.finance, year, month);
    await lightsAreUp(this.api, year);
  }

  async report(year: number, month: number, projectId: string, expenditureFen: number, version = 0): Promise<void> {
    const body = { version, expenditureFen, results: [], reasons: ['funding'], reasonNote: '资金未到位' };
    await done(this.people.clerk.put(`/rounds/${year}/${month}/projects/${projectId}/report`, body));
    await lightsAreUp(this.api, year);
  }

  /** The report is handed in and checked: from now on its light counts. */
  async check(year: number, month: number, projectId: string): Promise<void> {
    const path = `/rounds/${year}/${month}`;
    const version = async (): Promise<number> =>
      (await this.people.clerk.get<{ version: number }>(`${path}/projects/${projectId}/report`)).body.version;
    await done(this.people.clerk.post(`${path}/projects/${projectId}/report/submit`, { version: await version() }));
    const approved = await this.people.reviewer.post<StepsResult>(`${path}/steps`, {
      step: 'approve',
      projects: [{ projectId, version: await version() }],
    });
    if (approved.body.done.length !== 1) throw new Error(JSON.stringify(approved.body));
    await lightsAreUp(this.api, year);
  }

  lock(year: number, month: number): Promise<unknown> {
    return done(this.people.finance.post(`/rounds/${year}/${month}/lock`, { asTheyStand: true }));
  }

  rectify(who: Follower, input: Partial<RectificationInput>): Promise<Step> {
    const wish = { source: 'audit', finding: '资金闲置，未按计划支出', ...input };
    return this.people[who].post('/rectifications', wish);
  }

  async read(id: string, who: Follower = 'finance'): Promise<RectificationDetail> {
    return (await this.people[who].get<RectificationDetail>(`/rectifications/${id}`)).body;
  }

  async step(who: Follower, id: string, step: string, more: object = {}): Promise<Step> {
    const { version } = await this.read(id);
    return this.people[who].post(`/rectifications/${id}/steps`, { step, version, ...more });
  }

  attach(who: Follower, id: string, file = PDF): Promise<Step> {
    return this.people[who].post(`/rectifications/${id}/files`, ...upload([file], {}));
  }

  /** From its opening until it was handed in. @returns its id */
  async handedIn(projectId: string | null): Promise<string> {
    const place = projectId === null ? { organisationId: this.unit } : { projectId };
    const plan = { measures: '按月督促付款', deadline: '2099-12-31' };
    const { id } = await done(this.rectify('clerk', { ...place, ...plan }));
    await done(this.step('clerk', id, 'start'));
    await done(this.attach('clerk', id));
    await done(this.step('clerk', id, 'submit', { text: '已付清合同款' }));
    return id;
  }

  private get uow(): UnitOfWork {
    return this.api.app.get(UnitOfWork, { strict: false });
  }
}

/** The answer's body. @throws Error where the request was refused */
export async function done<T>(request: Promise<Answer<T>>): Promise<T> {
  const { status, body } = await request;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}
