import type { ChangeStep, Permission } from '@jixiao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { nearestHolders, PeopleDirectory, type RoleHolder } from '../../identity/index.js';
import { changeStepped, TargetProgressQuery, type ChangeProgress, type ProjectOfYear } from '../../targets/index.js';
import type { NoticeKind } from './notice-kinds.js';
import { Notify, noticeKey, type Notice } from './notify.js';
import { others } from './others.js';

interface Queue {
  readonly kind: NoticeKind;
  readonly waiting: (unit: ChangeProgress) => number;
  readonly grownBy: Stepped['step'];
  readonly permission: Permission;
}

const QUEUES: readonly Queue[] = [
  { kind: 'change-review', waiting: ({ proposed }) => proposed, grownBy: 'propose', permission: 'targets.review' },
  { kind: 'change-approve', waiting: ({ reviewed }) => reviewed, grownBy: 'review', permission: 'targets.approve' },
];

interface Stepped {
  readonly changeId: string;
  readonly project: ProjectOfYear;
  readonly step: 'propose' | ChangeStep;
  readonly proposers: readonly string[];
  readonly actor: string;
  readonly message: string | null;
}

const OUTCOME: Readonly<Partial<Record<Stepped['step'], NoticeKind>>> = {
  approve: 'change-approved',
  reject: 'change-rejected',
  withdraw: 'change-withdrawn',
};

/** Tells who may review and approve that changes of targets wait for them, and who proposed one what became of it. */
@Injectable()
export class FollowChanges implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly progress: TargetProgressQuery,
    private readonly people: PeopleDirectory,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(changeStepped, (manager, stepped) => this.follow(manager, stepped));
  }

  private async follow(manager: EntityManager, stepped: Stepped): Promise<void> {
    const { year, organisationId } = stepped.project;
    const [unit] = await this.progress.changes(manager, year, [organisationId]);
    if (unit === undefined) return;
    for (const queue of QUEUES) await this.refresh(manager, queue, unit, stepped);
    await this.tellOutcome(manager, unit, stepped);
  }

  /** One notification per unit and year, with the number that waits now; it is unread again where one came. */
  private async refresh(
    manager: EntityManager,
    { kind, waiting, grownBy, permission }: Queue,
    unit: ChangeProgress,
    { project: { year }, step, actor }: Stepped,
  ): Promise<void> {
    const { organisationId, name, path } = unit;
    const changes = waiting(unit);
    if (changes === 0) return this.notify.settle(manager, [noticeKey(kind, year, organisationId)]);
    const recipients = others(nearestHolders(await this.people.holders(manager, permission), path), actor);
    const notice: Notice = { kind, recipients, params: { unit: name, organisationId, changes }, about: organisationId };
    await this.notify.tell(manager, { year }, [notice], step === grownBy ? 'asNew' : 'figuresOnly');
  }

  private async tellOutcome(manager: EntityManager, unit: ChangeProgress, stepped: Stepped): Promise<void> {
    const { changeId, project, step, actor, message } = stepped;
    const kind = OUTCOME[step];
    if (kind === undefined) return;
    const recipients = others(await this.concerned(manager, unit, stepped), actor);
    const params = { unit: unit.name, project: project.name, message: message ?? '' };
    const notice: Notice = { kind, recipients, params, about: changeId, projectId: project.id };
    await this.notify.tell(manager, { year: project.year }, [notice], 'never');
  }

  /** Who proposed it; what was approved is new for all the clerks of the unit. */
  private async concerned(
    manager: EntityManager,
    { path }: ChangeProgress,
    { step, proposers }: Stepped,
  ): Promise<readonly RoleHolder[]> {
    const holders = await this.people.holders(manager, 'targets.propose');
    const own = holders.filter(({ username }) => proposers.includes(username));
    return step === 'approve' ? [...own, ...nearestHolders(holders, path)] : own;
  }
}
