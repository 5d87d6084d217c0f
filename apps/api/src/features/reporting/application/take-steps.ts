import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { ReportStepRepository } from '../persistence/report-step.repository.js';
import { ReportAccess, type AskedReport } from './report-access.js';
import { reportsStepped } from './reporting.events.js';
import { checkStep, type CheckedStep, type TakenStep } from './step-check.js';
import { steppedReport, type SteppedReport, type StepToTake } from './stepped-report.js';
import { StoreReports } from './store-reports.js';
import { NOTHING_REPORTED, type StoredReport } from './stored-report.js';
import { SubmissionCheck } from './submission-check.js';
import type { Hand } from './writable-reports.js';

export interface StepsToTake {
  readonly step: TakenStep;
  readonly projects: readonly AskedReport[];
  readonly message?: string | null;
}

/** What became of each project: its row as it is now, or why it stays as it was. */
export interface StepsTaken {
  readonly done: readonly SteppedReport[];
  readonly refused: ReadonlyMap<string, DomainError>;
}

/** What the unit itself does ends with the last day of a reopening. */
const handOf = (step: TakenStep): Hand => (step === 'submit' || step === 'withdraw' ? 'unit' : 'reviewer');

type Checked = Map<string, CheckedStep>;

/**
 * Takes one and the same step with many reports of a round: 提交, 撤回, 审核, 接收, 退回. Each project is on its own: what one is
 * refused for hinders no other. A few statements per set, in one transaction with the audit trail.
 */
@Injectable()
export class TakeSteps {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ReportAccess,
    private readonly reports: ReportRepository,
    private readonly steps: ReportStepRepository,
    private readonly submission: SubmissionCheck,
    private readonly store: StoreReports,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly liveEvents: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `return-message-missing`, or what `ReportAccess.holdMany` refuses the whole for. Refusals of single
   *   projects are part of the answer: what `holdMany`, `checkStep` and `SubmissionCheck` refuse them for
   */
  async run(
    user: CurrentUser,
    key: Pick<MonitoringRound, 'year' | 'month'>,
    { step, projects, message = null }: StepsToTake,
    remoteAddress?: string,
  ): Promise<StepsTaken> {
    const written = message?.trim() || null;
    if (step === 'return' && written === null) throw new DomainError('return-message-missing');
    return this.uow.run(async (manager) => {
      const held = await this.access.holdMany(manager, user, key, projects, handOf(step));
      const refused = new Map(held.refused);
      const checked: Checked = new Map();
      for (const [id, report] of held.reports) {
        try {
          checked.set(id, checkStep(user, step, report));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          refused.set(id, error);
        }
      }
      const taking: StepToTake = { step, message: written, user, at: this.clock.now() };
      const done =
        step === 'submit'
          ? await this.submitted(manager, held.round, checked, taking, refused, remoteAddress)
          : [...checked].flatMap(([id, each]) => {
              const row = held.reports.get(id)?.row;
              return row === undefined ? [] : [steppedReport(row, each, taking)];
            });
      await this.write(manager, held.round, done, taking, remoteAddress);
      return { done, refused };
    });
  }

  private async submitted(
    manager: EntityManager,
    round: MonitoringRound,
    checked: Checked,
    taking: StepToTake,
    refused: Map<string, DomainError>,
    remoteAddress: string | undefined,
  ): Promise<readonly SteppedReport[]> {
    const stored = await this.reports.ofRound(manager, round.id, [...checked.keys()]);
    const asked = new Map([...checked.keys()].map((id) => [id, stored.get(id)]));
    const result = await this.submission.run(manager, round, asked);
    for (const [id, refusal] of result.refused) refused.set(id, refusal);
    const blank = [...result.ready.keys()].filter((id) => !stored.has(id));
    const made = await this.blankReports(manager, round, blank, taking.user, checked, remoteAddress);
    return [...result.ready].flatMap(([id, submission]) => {
      const [report, each] = [stored.get(id) ?? made.get(id), checked.get(id)];
      if (report === undefined || each === undefined) return [];
      return [steppedReport(report.row, each, taking, { ...submission, content: report.content })];
    });
  }

  /** Projects of which nothing is due (人员类) are handed in without a figure. */
  private async blankReports(
    manager: EntityManager,
    round: MonitoringRound,
    projectIds: readonly string[],
    { username }: CurrentUser,
    checked: Checked,
    remoteAddress: string | undefined,
  ): Promise<ReadonlyMap<string, StoredReport>> {
    if (projectIds.length === 0) return new Map();
    const blank = { stored: undefined, content: NOTHING_REPORTED, indicators: [] };
    const items = projectIds.map((projectId) => ({ projectId, ...blank }));
    const onBehalfOf = new Map(
      projectIds.flatMap((id) => {
        const principal = checked.get(id)?.onBehalfOf ?? null;
        return principal === null ? [] : [[id, principal] as const];
      }),
    );
    return (await this.store.run(manager, round, items, { username, onBehalfOf }, remoteAddress)).reports;
  }

  private async write(
    manager: EntityManager,
    { id: roundId, year, month }: MonitoringRound,
    done: readonly SteppedReport[],
    { step, message, user }: StepToTake,
    remoteAddress: string | undefined,
  ): Promise<void> {
    if (done.length === 0) return;
    await this.reports.updateReports(
      manager,
      done.map(({ row }) => row),
    );
    await this.steps.add(
      manager,
      done.map(({ entry }) => entry),
    );
    await this.audit.recordMany(
      manager,
      done.map(({ row, entry }) => ({
        actor: user.username,
        onBehalfOf: entry.onBehalfOf,
        action: `reporting.${step}`,
        subject: `report/${year}-${month}/${row.projectId}`,
        before: { status: entry.fromState },
        after: {
          status: row.status,
          version: row.version,
          ...(row.selfApproved ? { selfApproved: true } : {}),
          message,
        },
        remoteAddress,
      })),
    );
    const projectIds = done.map(({ row }) => row.projectId);
    await this.events.publish(manager, reportsStepped({ roundId, step, projectIds, actor: user.username, message }));
    this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects: [] }));
  }
}
