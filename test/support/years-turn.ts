import type { CarryOverList } from '../../apps/api/src/features/monitoring/http/carry-over.dto.js';
import { StaleLights } from '../../apps/api/src/features/monitoring/application/stale-lights.js';
import { RoundRepository } from '../../apps/api/src/features/reporting/index.js';
import type { ReopeningList } from '../../apps/api/src/features/reporting/http/reopenings.dto.js';
import type { ReportView } from '../../apps/api/src/features/reporting/http/reporting.dto.js';
import type { StepsResult } from '../../apps/api/src/features/reporting/http/steps.dto.js';
import { SaveTargets, SuccessionRepository, TargetRepository } from '../../apps/api/src/features/targets/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Answer, type Visitor } from './api.js';
import { saveComplete } from './complete-report.js';
import { lightsAreUp, openRound, organisationId } from './county.js';
import type { TestBackend } from './services.js';
import { contentDraft } from './target-drafts.js';

export const CODE = '13020023P00003910033L';
const DECEMBER = '/rounds/2030/12';

type CarryOverRow = CarryOverList['items'][number];

/** A unit whose projects of 2030 go on in 2031: its December is reported, locked, and reopened. */
export class YearsTurn {
  readonly uow: UnitOfWork;
  readonly succession: SuccessionRepository;

  private constructor(
    readonly api: TestApi,
    readonly finance: Visitor,
    readonly clerk: Visitor,
    private readonly reviewer: Visitor,
    private readonly unit: string,
  ) {
    this.uow = api.app.get(UnitOfWork, { strict: false });
    this.succession = api.app.get(SuccessionRepository, { strict: false });
  }

  static async open(backend: TestBackend): Promise<YearsTurn> {
    const api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('clerk', 'clerk', '336001');
    await api.addUser('reviewer', 'unitReviewer', '336001');
    await api.addUser('auditor', 'auditor', '001');
    const finance = await api.as('finance');
    const unit = await organisationId(finance, '336001');
    return new YearsTurn(api, finance, await api.as('clerk'), await api.as('reviewer'), unit);
  }

  close(): Promise<void> {
    return this.api.close();
  }

  /** Stores a project with a budget of 50 万元 as an import does. @param stored id of the project that it changes */
  async save(year: number, name: string, code: string | null, stored?: string): Promise<string> {
    const [found] = stored
      ? await this.api.app.get(TargetRepository, { strict: false }).ofProjects(this.uow.reader, [stored])
      : [];
    const item = { year, organisationId: this.unit, code, name, content: contentDraft(), stored: found ?? null };
    const [id = ''] = await this.uow.run((manager) =>
      this.api.app.get(SaveTargets, { strict: false }).run(manager, [item], { actor: 'finance', importBatchId: null }),
    );
    return id;
  }

  async openDecember(): Promise<void> {
    await openRound(this.finance, 2030, 12);
    await this.lightsAreUp();
  }

  /** What was spent by the end of December, and everything else that a report needs. */
  async report(projectId: string, expenditureFen: number): Promise<void> {
    await saveComplete(this.clerk, this.reportPath(projectId), { expenditureFen });
    await this.lightsAreUp();
  }

  /** The clerk submits, the reviewer approves, finance accepts. */
  async handIn(projectId: string): Promise<void> {
    const { version } = await this.reportOf(projectId);
    const { status, body } = await this.clerk.post(`${this.reportPath(projectId)}/submit`, { version });
    if (status !== 200) throw new Error(`Submitting answered ${status}: ${JSON.stringify(body)}`);
    await this.step(this.reviewer, 'approve', projectId);
    await this.step(this.finance, 'accept', projectId);
  }

  /** For the first time, or again. What is a draft stays one. */
  async lockDecember(): Promise<void> {
    const { status, body } = await this.finance.post(`${DECEMBER}/lock`, { asTheyStand: true });
    if (status !== 200) throw new Error(`Locking answered ${status}: ${JSON.stringify(body)}`);
  }

  async reopen(projectId: string): Promise<void> {
    const input = { projectId, reason: '数据有误', expiresOn: '2999-12-31' };
    const { status, body } = await this.finance.post(`${DECEMBER}/reopenings`, input);
    if (status !== 201) throw new Error(`Reopening answered ${status}: ${JSON.stringify(body)}`);
  }

  async withdrawReopening(): Promise<void> {
    const { items } = (await this.finance.get<ReopeningList>(`${DECEMBER}/reopenings`)).body;
    const live = items.find(({ closedAt }) => closedAt === null);
    const { status, body } = await this.finance.post(`${DECEMBER}/reopenings/${live?.id}/withdraw`);
    if (status !== 200) throw new Error(`Withdrawing answered ${status}: ${JSON.stringify(body)}`);
    await this.lightsAreUp();
  }

  /** Has judged what no job has brought up. */
  async judgeAgain(): Promise<void> {
    const round = await this.api.app.get(RoundRepository, { strict: false }).require(this.uow.reader, 2030, 12);
    await this.api.app.get(StaleLights, { strict: false }).judgeAgain(round.id, 'finance');
    await this.lightsAreUp();
  }

  async preview(): Promise<CarryOverList['items']> {
    return (await this.finance.get<CarryOverList>('/fiscal-years/2031/carry-over')).body.items;
  }

  async row(projectId: string): Promise<CarryOverRow> {
    const found = (await this.preview()).find((row) => row.projectId === projectId);
    if (found === undefined) throw new Error(`No row of ${projectId}`);
    return found;
  }

  carry(projectIds: readonly string[], visitor = this.finance): Promise<Answer<CarryOverList>> {
    return visitor.post<CarryOverList>('/fiscal-years/2031/carry-over', { projectIds });
  }

  /** What the audit trail has of an action at a project. */
  async trail(action: string, projectId: string): Promise<readonly object[]> {
    const auditor = await this.api.as('auditor');
    const { body } = await auditor.get<{ items: { subject: string }[] }>(`/audit?action=${action}&size=100`);
    return body.items.filter(({ subject }) => subject === `project/${projectId}`);
  }

  private lightsAreUp(): Promise<void> {
    return lightsAreUp(this.api, 2030);
  }

  private reportPath(projectId: string): string {
    return `${DECEMBER}/projects/${projectId}/report`;
  }

  private async reportOf(projectId: string): Promise<ReportView> {
    return (await this.clerk.get<ReportView>(this.reportPath(projectId))).body;
  }

  private async step(visitor: Visitor, step: string, projectId: string): Promise<void> {
    const { version } = await this.reportOf(projectId);
    const answer = await visitor.post<StepsResult>(`${DECEMBER}/steps`, { step, projects: [{ projectId, version }] });
    if (answer.body.done?.length !== 1) throw new Error(`${step}: ${JSON.stringify(answer.body)}`);
  }
}
