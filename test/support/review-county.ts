import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import type { ReportChanges, StepsResult } from '../../apps/api/src/features/reporting/http/steps.dto.js';
import type { ReviewPage } from '../../apps/api/src/features/review/http/review.dto.js';
import { TestApi, type Answer, type Visitor } from './api.js';
import { document, importDocuments, lightsAreUp, openRound, organisationId, projectIds } from './county.js';
import type { TestBackend } from './services.js';

const PEOPLE = ['finance', 'bureau', 'clerk', 'reviewer', 'leader', 'stranger', 'solo', 'both'] as const;
export type Person = (typeof PEOPLE)[number];

/** The round that reports are checked in. */
export const ROUND = '/rounds/2022/6';

/** A court with two projects, and everybody who has a hand in its reports of June 2022. */
export class ReviewCounty {
  private constructor(
    readonly api: TestApi,
    readonly people: Readonly<Record<Person, Visitor>>,
    /** Ids of its two projects. */
    readonly project: string,
    readonly other: string,
  ) {}

  static async open(backend: TestBackend): Promise<ReviewCounty> {
    const api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('bureau', ['financeReviewer', 'unitReviewer'], '001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('reviewer', 'unitReviewer', '336001');
    await api.addUser('leader', 'leader', '001');
    await api.addUser('stranger', 'departmentReviewer', '340001');
    await api.addUser('solo', ['clerk', 'unitReviewer'], '336001');
    await api.addUser('both', ['clerk', 'financeReviewer'], '001');
    const signedIn = await Promise.all(PEOPLE.map(async (name) => [name, await api.as(name)] as const));
    const people = Object.fromEntries(signedIn) as Record<Person, Visitor>;
    const court = await organisationId(people.finance, '336001');
    await importDocuments(people.finance, [document('ok/court-2022.txt')], { year: 2022, organisationId: court });
    await openRound(people.finance, 2022, 3);
    await openRound(people.finance, 2022, 6);
    await lightsAreUp(api, 2022);
    const [project = '', other = ''] = [...(await projectIds(people.clerk, 2022, 6)).values()];
    return new ReviewCounty(api, people, project, other);
  }

  close(): Promise<void> {
    return this.api.close();
  }

  path(id = this.project, month = 6): string {
    return `/rounds/2022/${month}/projects/${id}/report`;
  }

  async read(id = this.project): Promise<ReportView> {
    return (await this.people.clerk.get<ReportView>(this.path(id))).body;
  }

  /** Takes a step with the reports as they are stored now. */
  async step<T = StepsResult>(who: Person, name: string, ids = [this.project], message?: string): Promise<Answer<T>> {
    const projects = await Promise.all(
      ids.map(async (projectId) => ({ projectId, version: (await this.read(projectId)).version })),
    );
    return this.people[who].post<T>(`${ROUND}/steps`, { step: name, projects, message });
  }

  /** The same, but a refusal is an error of the test. */
  async done(who: Person, name: string, ids?: string[], message?: string): Promise<void> {
    const { body } = await this.step(who, name, ids, message);
    if (body.refused.length > 0) throw new Error(`${name} by ${who}: ${JSON.stringify(body.refused)}`);
  }

  async refusals(who: Person, name: string, ids?: string[], message?: string): Promise<string[]> {
    return (await this.step(who, name, ids, message)).body.refused.map(({ code }) => code);
  }

  async queue(who: Person, query = ''): Promise<ReviewPage> {
    return (await this.people[who].get<ReviewPage>(`${ROUND}/review?${query}`)).body;
  }

  async changes(who: Person, since: ReportChanges['since'], id = this.project): Promise<ReportChanges> {
    return (await this.people[who].get<ReportChanges>(`${this.path(id)}/changes?since=${since}`)).body;
  }
}
