import type { Permission } from '@jixiao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents, type DomainEvent } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { nearestHolders, PeopleDirectory } from '../../identity/index.js';
import { approvalsMoved, TargetProgressQuery, type ApprovalProgress } from '../../targets/index.js';
import type { NoticeKind } from './notice-kinds.js';
import { Notify, noticeKey, type Notice } from './notify.js';
import { others } from './others.js';

type Moved = ReturnType<typeof approvalsMoved> extends DomainEvent<infer P> ? P : never;

interface Queue {
  readonly kind: NoticeKind;
  readonly waiting: (unit: ApprovalProgress) => number;
  readonly grownBy: Moved['by'];
  readonly permission: Permission;
}

const QUEUES: readonly Queue[] = [
  { kind: 'targets-review', waiting: ({ draft }) => draft, grownBy: 'save', permission: 'targets.review' },
  { kind: 'targets-approve', waiting: ({ reviewed }) => reviewed, grownBy: 'review', permission: 'targets.approve' },
];

/**
 * Tells who may review and approve the targets of a year that they wait (审核, 批复), and the clerks of the units what
 * became of them. Targets of a year that is over are taken in afterwards: nobody is told to approve them.
 */
@Injectable()
export class FollowApprovals implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly progress: TargetProgressQuery,
    private readonly people: PeopleDirectory,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(approvalsMoved, async (manager, moved) => {
      for (const year of new Set(moved.projects.map((project) => project.year))) {
        const projects = moved.projects.filter((project) => project.year === year);
        await this.follow(manager, year, { ...moved, projects });
      }
    });
  }

  private async follow(manager: EntityManager, year: number, moved: Moved): Promise<void> {
    const unitIds = [...new Set(moved.projects.map(({ organisationId }) => organisationId))];
    const units = await this.progress.approvals(manager, year, unitIds);
    const isNews = year >= Number(this.clock.today().slice(0, 4));
    for (const queue of QUEUES) {
      const done = units.filter((unit) => queue.waiting(unit) === 0);
      const keys = done.map(({ organisationId }) => noticeKey(queue.kind, year, organisationId));
      await this.notify.settle(manager, keys);
      if (isNews) await this.refresh(manager, year, queue, units, moved);
    }
    if (isNews) await this.tellClerks(manager, year, units, moved);
  }

  /** One notification per unit and year, with the number that waits now; it is unread again where more came. */
  private async refresh(
    manager: EntityManager,
    year: number,
    { kind, waiting, grownBy, permission }: Queue,
    units: readonly ApprovalProgress[],
    { by, actor }: Moved,
  ): Promise<void> {
    const busy = units.filter((unit) => waiting(unit) > 0);
    if (busy.length === 0) return;
    const holders = await this.people.holders(manager, permission);
    const notices = busy.map((unit): Notice => ({
      kind,
      recipients: others(nearestHolders(holders, unit.path), actor),
      params: { unit: unit.name, organisationId: unit.organisationId, projects: waiting(unit) },
      about: unit.organisationId,
    }));
    await this.notify.tell(manager, { year }, notices, by === grownBy ? 'asNew' : 'figuresOnly');
  }

  private async tellClerks(
    manager: EntityManager,
    year: number,
    units: readonly ApprovalProgress[],
    { projects, by, actor, message }: Moved,
  ): Promise<void> {
    if (by !== 'approve' && by !== 'return') return;
    const clerks = await this.people.holders(manager, 'targets.propose');
    const notices = units.map((unit): Notice => {
      const recipients = others(nearestHolders(clerks, unit.path), actor);
      const { name, organisationId } = unit;
      const params = { unit: name, organisationId };
      if (by === 'approve') {
        const approved = { ...params, projects: unit.approved };
        return { kind: 'targets-approved', recipients, params: approved, about: organisationId };
      }
      const own = projects.filter((project) => project.organisationId === organisationId);
      return { ...returned(own), recipients, params: { ...params, ...paramsOf(own, message) }, about: newId() };
    });
    await this.notify.tell(manager, { year }, notices, 'asNew');
  }
}

function returned(projects: Moved['projects']): Pick<Notice, 'kind' | 'projectId'> {
  const [only] = projects;
  return projects.length === 1
    ? { kind: 'targets-returned', projectId: only?.id }
    : { kind: 'targets-returned-many', projectId: null };
}

const paramsOf = (projects: Moved['projects'], message: string | null): Notice['params'] => ({
  projects: projects.length,
  project: projects[0]?.name ?? '',
  message: message ?? '',
});
