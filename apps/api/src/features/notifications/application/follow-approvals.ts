import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents, type PayloadOf } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { nearestHolders, PeopleDirectory } from '../../identity/index.js';
import { approvalsMoved, TargetProgressQuery, type ApprovalProgress } from '../../targets/index.js';
import { Notify, type Notice } from './notify.js';
import { others } from './others.js';
import { WaitingWork, type WaitingQueue } from './waiting-work.js';

type Moved = PayloadOf<typeof approvalsMoved>;

const paramsOf = (unit: ApprovalProgress, projects: number): Notice['params'] => ({
  unit: unit.name,
  organisationId: unit.organisationId,
  projects,
});
const REVIEW: WaitingQueue<ApprovalProgress, Moved['by']> = {
  kind: 'targets-review',
  permission: 'targets.review',
  waiting: ({ draft }) => draft,
  grownBy: 'save',
  params: (unit) => paramsOf(unit, unit.draft),
};
const APPROVE: WaitingQueue<ApprovalProgress, Moved['by']> = {
  kind: 'targets-approve',
  permission: 'targets.approve',
  waiting: ({ reviewed }) => reviewed,
  grownBy: 'review',
  params: (unit) => paramsOf(unit, unit.reviewed),
};

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
    private readonly waiting: WaitingWork,
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
    for (const queue of [REVIEW, APPROVE]) {
      const happened = { step: moved.by, actor: moved.actor };
      if (isNews) await this.waiting.refresh(manager, { year }, queue, units, happened);
      else await this.waiting.settleDone(manager, { year }, queue, units);
    }
    if (isNews) await this.tellClerks(manager, year, units, moved);
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
      const { organisationId } = unit;
      if (by === 'approve') {
        return { kind: 'targets-approved', recipients, params: paramsOf(unit, unit.approved), about: organisationId };
      }
      const own = projects.filter((project) => project.organisationId === organisationId);
      const said = { project: own[0]?.name ?? '', message: message ?? '' };
      return { ...returned(own), recipients, params: { ...paramsOf(unit, own.length), ...said }, about: newId() };
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
