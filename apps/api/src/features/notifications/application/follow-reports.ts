import type { ReportStep } from '@jixiao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents, type PayloadOf } from '../../../platform/events/domain-events.js';
import { newId } from '../../../platform/runtime/ids.js';
import { nearestHolders, PeopleDirectory } from '../../identity/index.js';
import {
  ReportProgressQuery,
  reportsStepped,
  RoundRepository,
  type MonitoringRound,
  type ProjectUnit,
  type ReportProgress,
} from '../../reporting/index.js';
import { Notify, type Notice } from './notify.js';
import { others } from './others.js';
import { WaitingWork, type WaitingQueue } from './waiting-work.js';

type Stepped = PayloadOf<typeof reportsStepped>;

const APPROVE: WaitingQueue<ReportProgress, ReportStep> = {
  kind: 'approve',
  permission: 'reports.approve',
  waiting: ({ submitted }) => submitted,
  grownBy: 'submit',
  params: ({ name, submitted }) => ({ unit: name, projects: submitted }),
};
const ACCEPT: WaitingQueue<ReportProgress, ReportStep> = {
  kind: 'accept',
  permission: 'reports.accept',
  waiting: ({ unitApproved }) => unitApproved,
  grownBy: 'approve',
  params: ({ name, unitApproved }) => ({ unit: name, projects: unitApproved }),
};

/** Tells reviewers and finance what waits for them, and a unit's clerks what became of what they handed in. */
@Injectable()
export class FollowReports implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly rounds: RoundRepository,
    private readonly progress: ReportProgressQuery,
    private readonly people: PeopleDirectory,
    private readonly waiting: WaitingWork,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(reportsStepped, (manager, stepped) => this.follow(manager, stepped));
  }

  private async follow(manager: EntityManager, stepped: Stepped): Promise<void> {
    const round = await this.rounds.byId(manager, stepped.roundId);
    if (round === null || stepped.step === 'lock') return;
    const projects = await this.progress.unitsOf(manager, stepped.projectIds);
    const unitIds = [...new Set(projects.map(({ organisationId }) => organisationId))];
    const units = await this.progress.of(manager, round, unitIds);
    for (const queue of [APPROVE, ACCEPT]) await this.waiting.refresh(manager, round, queue, units, stepped);
    await this.tellClerks(manager, round, units, projects, stepped);
  }

  private async tellClerks(
    manager: EntityManager,
    round: MonitoringRound,
    units: readonly ReportProgress[],
    projects: readonly ProjectUnit[],
    { step, actor, message }: Stepped,
  ): Promise<void> {
    if (step !== 'return' && step !== 'reopen' && step !== 'accept') return;
    const clerks = await this.people.holders(manager, 'reports.submit');
    const notices = units.map((unit): Notice => {
      const recipients = others(nearestHolders(clerks, unit.path), actor);
      const { name, organisationId: about, accepted } = unit;
      if (step === 'accept') {
        return { kind: 'accepted', recipients, params: { unit: name, projects: accepted }, about, unitId: about };
      }
      const own = projects.filter(({ organisationId }) => organisationId === unit.organisationId);
      const params = sentBackParams(name, own, message);
      return { ...sentBack(step, own), recipients, params, about: newId(), unitId: about };
    });
    await this.notify.tell(manager, round, notices, 'asNew');
  }
}

function sentBack(step: 'return' | 'reopen', projects: readonly ProjectUnit[]): Pick<Notice, 'kind' | 'projectId'> {
  const [only] = projects;
  const single = projects.length === 1;
  if (step === 'return')
    return { kind: single ? 'returned' : 'returned-many', projectId: single ? only?.projectId : null };
  return { kind: single ? 'reopened' : 'reopened-many', projectId: single ? only?.projectId : null };
}

const sentBackParams = (unit: string, projects: readonly ProjectUnit[], message: string | null): Notice['params'] => ({
  unit,
  projects: projects.length,
  project: projects[0]?.name ?? '',
  message: message ?? '',
});
