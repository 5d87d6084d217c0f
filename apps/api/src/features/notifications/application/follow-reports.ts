import type { ReportStep } from '@jixiao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
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
import { Notify, noticeKey, type Notice } from './notify.js';
import { others } from './others.js';

/** Whose turn it is, and in which column of the progress that shows. */
type Queue = 'approve' | 'accept';
const QUEUES: Readonly<
  Record<
    Queue,
    { waiting: (unit: ReportProgress) => number; grownBy: ReportStep; permission: 'reports.approve' | 'reports.accept' }
  >
> = {
  approve: { waiting: ({ submitted }) => submitted, grownBy: 'submit', permission: 'reports.approve' },
  accept: { waiting: ({ unitApproved }) => unitApproved, grownBy: 'approve', permission: 'reports.accept' },
};

interface Stepped {
  readonly roundId: string;
  readonly step: ReportStep;
  readonly projectIds: readonly string[];
  readonly actor: string;
  readonly message: string | null;
}

/** Tells reviewers and finance what waits for them, and a unit's clerks what became of what they handed in. */
@Injectable()
export class FollowReports implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly rounds: RoundRepository,
    private readonly progress: ReportProgressQuery,
    private readonly people: PeopleDirectory,
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
    await this.refresh(manager, round, 'approve', units, stepped);
    await this.refresh(manager, round, 'accept', units, stepped);
    await this.tellClerks(manager, round, units, projects, stepped);
  }

  /** One notification per unit and round, with the number that waits now; it is unread again where more came. */
  private async refresh(
    manager: EntityManager,
    round: MonitoringRound,
    queue: Queue,
    units: readonly ReportProgress[],
    { step, actor }: Stepped,
  ): Promise<void> {
    const { waiting, grownBy, permission } = QUEUES[queue];
    const done = units.filter((unit) => waiting(unit) === 0);
    await this.notify.settle(
      manager,
      done.map(({ organisationId }) => noticeKey(queue, round.id, organisationId)),
    );
    const busy = units.filter((unit) => waiting(unit) > 0);
    if (busy.length === 0) return;
    const holders = await this.people.holders(manager, permission);
    const notices = busy.map((unit): Notice => ({
      kind: queue,
      recipients: others(nearestHolders(holders, unit.path), actor),
      params: { unit: unit.name, projects: waiting(unit) },
      about: unit.organisationId,
    }));
    await this.notify.tell(manager, round, notices, step === grownBy ? 'asNew' : 'figuresOnly');
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
      if (step === 'accept') return { kind: 'accepted', recipients, params: { unit: name, projects: accepted }, about };
      const own = projects.filter(({ organisationId }) => organisationId === unit.organisationId);
      return { ...sentBack(step, own), recipients, params: sentBackParams(name, own, message), about: newId() };
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
