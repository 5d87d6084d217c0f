import type { ReportState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { ReportRepository, RoundRepository, TakeSteps, type TakenStep } from '../../reporting/index.js';
import { TargetRepository } from '../../targets/index.js';
import type { DemoMonth, DemoYear } from '../county/demo-types.js';
import { UNITS } from '../county/people.js';
import { DemoPeople } from './demo-people.js';

/** The report of the open round that went back, and why. */
export const RETURNED = {
  project: '审判综合楼物业及运转费',
  message: '支出进度明显落后，请补充说明剩余合同款的支付计划，并核对物业服务完成率。',
} as const;

interface Round {
  readonly year: DemoYear;
  readonly month: DemoMonth;
}

/** How far the reports of each unit come in the open round; those named nowhere are handed in and wait. */
const OPEN_ROUND_STEPS: Readonly<Record<string, readonly TakenStep[]>> = {
  '101001': ['submit', 'approve', 'accept'],
  '102001': ['submit', 'approve'],
  '103001': [],
  '103002': ['submit', 'approve'],
  '104002': [],
};
const PAST_ROUND_STEPS: readonly TakenStep[] = ['submit', 'approve', 'accept'];

/** Reports as they went from hand to hand: clerk, reviewer, finance. */
@Injectable()
export class DemoSteps {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: DemoPeople,
    private readonly rounds: RoundRepository,
    private readonly reports: ReportRepository,
    private readonly targets: TargetRepository,
    private readonly steps: TakeSteps,
  ) {}

  /** Takes the steps that are still missing: the load may have been interrupted anywhere. */
  async run(round: Round, isOpen: boolean): Promise<void> {
    for (const { code } of UNITS) {
      for (const step of isOpen ? (OPEN_ROUND_STEPS[code] ?? ['submit']) : PAST_ROUND_STEPS) {
        await this.take(round, code, step);
      }
    }
    if (isOpen) await this.returnOne(round);
  }

  private async take(round: Round, unitCode: string, step: TakenStep): Promise<void> {
    const projects = await this.reportsIn(round, unitCode, (state) => isBefore(state, step));
    if (projects.length === 0) return;
    const { refused } = await this.steps.run(await this.personFor(step, unitCode), round, { step, projects });
    const [refusal] = refused.values();
    if (refusal !== undefined) throw refusal;
  }

  private async returnOne(round: Round): Promise<void> {
    const { project: name, message } = RETURNED;
    const projects = await this.reportsIn(round, '102001', (state) => state === 'unitApproved', name);
    if (projects.length === 0) return;
    const reviewer = await this.people.reviewerOf('102001');
    await this.steps.run(reviewer, round, { step: 'return', projects, message });
  }

  private async reportsIn(
    { year, month }: Round,
    unitCode: string,
    wanted: (state: ReportState) => boolean,
    name?: string,
  ): Promise<readonly { readonly projectId: string; readonly version: number }[]> {
    const { reader } = this.uow;
    const { id } = await this.rounds.require(reader, year, month);
    const organisation = await this.people.organisation(unitCode);
    const targets = await this.targets.ofOrganisation(reader, year, organisation.id);
    const named = targets.filter(({ project }) => name === undefined || project.name === name);
    const reports = await this.reports.rowsOfRound(
      reader,
      id,
      named.map(({ project }) => project.id),
    );
    return [...reports].flatMap(([projectId, { status, version }]) => (wanted(status) ? [{ projectId, version }] : []));
  }

  private personFor(step: TakenStep, unitCode: string): Promise<CurrentUser> {
    if (step === 'accept') return this.people.person('finance');
    return step === 'approve' ? this.people.reviewerOf(unitCode) : this.people.clerkOf(unitCode);
  }
}

/** Whether a report in this state waits for the step. What went back to the unit stays there. */
function isBefore(state: ReportState, step: TakenStep): boolean {
  if (step === 'submit') return state === 'draft';
  return step === 'approve' ? state === 'submitted' : state === 'unitApproved';
}
