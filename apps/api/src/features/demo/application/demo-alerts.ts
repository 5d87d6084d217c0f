import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AlertRuleSets } from '../../alert-rules/index.js';
import {
  AlertRepository,
  AskEvaluation,
  EscalateAlerts,
  MarkRound,
  TakeAlertSteps,
  type Alert,
  type AlertPlace,
  type AlertStepToTake,
} from '../../alerts/index.js';
import { OpenRectification } from '../../rectification/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { Workdays } from '../../work-calendar/index.js';
import { DemoPeople } from './demo-people.js';

const DAY_MS = 86_400_000;

/** Alerts of the open round that units have seen to, by the name of the project. */
const SEEN_TO: readonly { readonly project: string; readonly unit: string; readonly step: AlertStepToTake }[] = [
  {
    project: '社区矫正工作经费',
    unit: '103001',
    step: { action: 'answer', answer: 'continue', text: '委托服务合同已签订，第四季度按季支付，年底前执行完毕。' },
  },
  {
    project: '反电信网络诈骗专项经费',
    unit: '104001',
    step: { action: 'answer', answer: 'reallocate', text: '宣传物资已招标采购，结余部分调剂用于预警平台运维。' },
  },
  { project: '审判综合楼物业及运转费', unit: '102001', step: { action: 'acknowledge' } },
];

/** Alerts that nobody has answered for so many days: one has gone up a level, of one a suspension is proposed. */
const LATE: Readonly<Record<string, number>> = { 审判综合楼物业及运转费: 10, 交通安全宣传经费: 25 };

/** An alert whose unit puts right what it is about. */
const RECTIFIED = {
  project: '社区矫正工作经费',
  unit: '103001',
  finding: '委托服务费用结算滞后，支出进度落后于计划。',
  measures: '委托服务费由按年结算改为按季结算，10 月底前补付前三季度费用。',
  workingDays: 20,
};

type Placed = Alert & Pick<AlertPlace, 'projectName'>;

/** Alerts of the open round as they go: answered, acknowledged, late, and still new. Those of earlier rounds are history. */
@Injectable()
export class DemoAlerts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: DemoPeople,
    private readonly rounds: RoundRepository,
    private readonly marks: MarkRound,
    private readonly ask: AskEvaluation,
    private readonly jobs: JobQueue,
    private readonly alerts: AlertRepository,
    private readonly steps: TakeAlertSteps,
    private readonly escalate: EscalateAlerts,
    private readonly ruleSets: AlertRuleSets,
    private readonly workdays: Workdays,
    private readonly rectify: OpenRectification,
    private readonly clock: Clock,
  ) {}

  /** The round counts as under way however much later the demonstration is loaded. */
  async begin(year: number, month: number): Promise<void> {
    const round = await this.rounds.require(this.uow.reader, year, month);
    await this.uow.run((manager) => this.marks.begin(manager, round));
  }

  /** Takes the steps that are still missing: the load may have been interrupted anywhere. */
  async run(year: number, month: number): Promise<void> {
    const { id } = await this.rounds.require(this.uow.reader, year, month);
    await this.jobs.settled(await this.uow.run((manager) => this.ask.round(manager, id)));
    await this.makeLate(await this.inState(id, 'open'));
    await this.escalate.run();
    const open = await this.inState(id, 'open');
    for (const { project, unit, step } of SEEN_TO) {
      const alerts = open.filter(({ projectName }) => projectName === project);
      await this.steps.run(await this.people.clerkOf(unit), alerts, step);
    }
    await this.putRight(await this.inState(id, 'answered'));
  }

  /** An alert that is being put right already is not among those that are answered. */
  private async putRight(answered: readonly Placed[]): Promise<void> {
    const alertIds = answered.filter(({ projectName }) => projectName === RECTIFIED.project).map(({ id }) => id);
    if (alertIds.length === 0) return;
    const clerk = await this.people.clerkOf(RECTIFIED.unit);
    const deadline = await this.workdays.add(this.uow.reader, this.clock.today(), RECTIFIED.workingDays);
    const { finding, measures } = RECTIFIED;
    await this.rectify.run(clerk, { source: 'alert', alertIds, finding, measures, owner: clerk.username, deadline });
  }

  private async inState(roundId: string, state: Alert['state']): Promise<readonly Placed[]> {
    const alerts = (await this.alerts.ofRound(this.uow.reader, roundId)).filter((alert) => alert.state === state);
    const places = await this.alerts.places(
      this.uow.reader,
      alerts.map(({ id }) => id),
    );
    return alerts.map((alert) => ({ ...alert, projectName: places.get(alert.id)?.projectName ?? '' }));
  }

  /** As if they had been raised some days ago. */
  private async makeLate(open: readonly Placed[]): Promise<void> {
    await this.uow.run(async (manager) => {
      const { set } = await this.ruleSets.current(manager);
      for (const { projectName, ...alert } of open) {
        const days = LATE[projectName];
        if (days === undefined || alert.version > 0) continue;
        const raisedAt = this.clock.later(-days * DAY_MS);
        const raisedOn = new Date(Date.parse(this.clock.today()) - days * DAY_MS).toISOString().slice(0, 10);
        const deadline = await this.workdays.add(manager, raisedOn, set.answerDays);
        const escalatesOn = await this.workdays.add(manager, raisedOn, set.escalateDays);
        await this.alerts.update(manager, [{ ...alert, raisedAt, raisedOn, deadline, escalatesOn }]);
      }
    });
  }
}
