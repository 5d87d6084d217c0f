import type { ProjectLights } from '../../apps/api/src/features/monitoring/http/monitoring.dto.js';
import type { ReopeningList } from '../../apps/api/src/features/reporting/http/reopenings.dto.js';
import type { ReportView, RoundView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import type { StepsResult } from '../../apps/api/src/features/reporting/http/steps.dto.js';
import type { SealCheckState, SealCheckView, SealList } from '../../apps/api/src/features/seals/http/seals.dto.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { JobQueue, type JobStatus } from '../../apps/api/src/platform/jobs/job-queue.js';
import type { Answer, Visitor } from './api.js';
import { EXPLAINED } from './complete-report.js';
import { lightsAreUp, projectOf } from './county.js';
import { CourtReports } from './court-reports.js';
import type { TestBackend } from './services.js';

type ResultInput = { readonly indicatorId: string } & Readonly<Record<string, unknown>>;

/** The court with its two projects, whose rounds are handed in, accepted, locked, reopened and verified. */
export class SealedCourt {
  readonly uow: UnitOfWork;

  private constructor(readonly court: CourtReports) {
    this.uow = court.api.app.get(UnitOfWork, { strict: false });
  }

  static async open(backend: TestBackend): Promise<SealedCourt> {
    return new SealedCourt(await CourtReports.open(backend));
  }

  close(): Promise<void> {
    return this.court.close();
  }

  lightsAreUp(): Promise<void> {
    return lightsAreUp(this.court.api, 2022);
  }

  idOf(name = this.court.project): string {
    return this.court.ids.get(name) ?? '';
  }

  /** An answer to every indicator of a project: its target, `share` of it, or what its kind takes. */
  async results(name = this.court.project, share = 1): Promise<readonly ResultInput[]> {
    const { indicators } = await projectOf(this.court.clerk, this.idOf(name));
    return indicators
      .filter(({ kind }) => kind !== 'executionRate')
      .map(({ id: indicatorId, kind, number }) => {
        if (kind === 'qualitative') return { indicatorId, outcome: 'met', ...EXPLAINED };
        if (kind === 'date') return { indicatorId, notDone: true, ...EXPLAINED };
        return { indicatorId, value: (number ?? 0) * share, ...EXPLAINED };
      });
  }

  async save<T = ReportView>(fields: object, name = this.court.project, month = 6): Promise<Answer<T>> {
    const { clerk } = this.court;
    const { version } = (await clerk.get<ReportView>(this.court.path(name, month))).body;
    const answer = await clerk.put<T>(this.court.path(name, month), { version, results: [], ...EXPLAINED, ...fields });
    await this.lightsAreUp();
    return answer;
  }

  async submit<T = ReportView>(name = this.court.project, month = 6): Promise<Answer<T>> {
    const { clerk } = this.court;
    const { version } = (await clerk.get<ReportView>(this.court.path(name, month))).body;
    return clerk.post<T>(`${this.court.path(name, month)}/submit`, { version });
  }

  /** The court's reviewer approves all that was submitted, and finance accepts it. */
  async accept(month = 6): Promise<void> {
    const reviewer = await this.court.api.as('reviewer');
    await this.step(reviewer, 'approve', 'submitted', month);
    await this.step(this.court.finance, 'accept', 'unitApproved', month);
  }

  private async step(visitor: Visitor, step: string, state: string, month: number): Promise<void> {
    const reports = [];
    for (const name of this.court.ids.keys())
      reports.push((await visitor.get<ReportView>(this.court.path(name, month))).body);
    const projects = reports
      .filter(({ status }) => status === state)
      .map(({ projectId, version }) => ({ projectId, version }));
    const answer = await visitor.post<StepsResult>(`/rounds/2022/${month}/steps`, { step, projects });
    if (answer.body.done?.length !== projects.length) throw new Error(JSON.stringify(answer.body));
  }

  /** Both projects reported on plan, accepted, and the round of June locked. */
  async lockJune(): Promise<void> {
    for (const name of [this.court.project, this.court.other]) {
      await this.save({ expenditureFen: 20_000_000, results: await this.results(name) }, name);
      const { status, body } = await this.submit(name);
      if (status !== 200) throw new Error(`Submitting answered ${status}: ${JSON.stringify(body)}`);
    }
    await this.accept();
    const { status, body } = await this.lock();
    if (status !== 200) throw new Error(`Locking answered ${status}: ${JSON.stringify(body)}`);
  }

  lock<T = RoundView>(month = 6, input?: { readonly asTheyStand: boolean }): Promise<Answer<T>> {
    return this.court.finance.post<T>(`/rounds/2022/${month}/lock`, input);
  }

  async seals(month = 6): Promise<SealList['items']> {
    return (await this.court.finance.get<SealList>(`/rounds/2022/${month}/seals`)).body.items;
  }

  async check(month = 6): Promise<SealCheckState> {
    const headers = { 'accept-language': 'en' };
    return (await this.court.finance.get<SealCheckState>(`/rounds/2022/${month}/seals/check`, headers)).body;
  }

  /** Has a round checked. @returns how the job ended */
  async runCheck(month = 6, by: Visitor = this.court.finance): Promise<JobStatus> {
    const { status, body } = await by.post<{ jobId: string }>(`/rounds/2022/${month}/seals/check`);
    if (status !== 202) throw new Error(`Asking for a check answered ${status}: ${JSON.stringify(body)}`);
    return this.court.api.app.get(JobQueue, { strict: false }).settled(body.jobId);
  }

  /** What a new check of a round finds. */
  async verified(month = 6): Promise<SealCheckView> {
    const ended = await this.runCheck(month);
    const { last } = await this.check(month);
    if (ended !== 'succeeded' || last === null) throw new Error(`The check ended as ${ended}`);
    return last;
  }

  async lights(name = this.court.project, month = 6): Promise<ProjectLights> {
    return (await this.court.finance.get<ProjectLights>(`/projects/${this.idOf(name)}/lights?month=${month}`)).body;
  }

  reopen<T = ReopeningList>(input: object = {}, month = 6): Promise<Answer<T>> {
    const defaults = { projectId: this.idOf(), reason: '数据有误', expiresOn: '2999-12-31' };
    return this.court.finance.post<T>(`/rounds/2022/${month}/reopenings`, { ...defaults, ...input });
  }

  async reopenings(month = 6): Promise<ReopeningList['items']> {
    return (await this.court.finance.get<ReopeningList>(`/rounds/2022/${month}/reopenings`)).body.items;
  }

  async withdraw(): Promise<Answer> {
    const [live] = await this.reopenings();
    const answer = await this.court.finance.post(`/rounds/2022/6/reopenings/${live?.id}/withdraw`);
    await this.lightsAreUp();
    return answer;
  }
}

/** Lights without the instant at which they were computed. */
export const lasting = ({ computedAt: _at, ...lights }: ProjectLights) => lights;
