import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents, type PayloadOf } from '../../../platform/events/domain-events.js';
import { nearestHolders, PeopleDirectory, type RoleHolder } from '../../identity/index.js';
import { changeStepped, TargetProgressQuery, type ChangeProgress } from '../../targets/index.js';
import type { NoticeKind } from './notice-kinds.js';
import { Notify, type Notice } from './notify.js';
import { others } from './others.js';
import { WaitingWork, type WaitingQueue } from './waiting-work.js';

type Stepped = PayloadOf<typeof changeStepped>;

const paramsOf = ({ name, organisationId }: ChangeProgress, changes: number): Notice['params'] => ({
  unit: name,
  organisationId,
  changes,
});
const REVIEW: WaitingQueue<ChangeProgress, Stepped['step']> = {
  kind: 'change-review',
  permission: 'targets.review',
  waiting: ({ proposed }) => proposed,
  grownBy: 'propose',
  params: (unit) => paramsOf(unit, unit.proposed),
};
const APPROVE: WaitingQueue<ChangeProgress, Stepped['step']> = {
  kind: 'change-approve',
  permission: 'targets.approve',
  waiting: ({ reviewed }) => reviewed,
  grownBy: 'review',
  params: (unit) => paramsOf(unit, unit.reviewed),
};

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
    private readonly waiting: WaitingWork,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(changeStepped, (manager, stepped) => this.follow(manager, stepped));
  }

  private async follow(manager: EntityManager, stepped: Stepped): Promise<void> {
    const { year, organisationId } = stepped.project;
    const [unit] = await this.progress.changes(manager, year, [organisationId]);
    if (unit === undefined) return;
    for (const queue of [REVIEW, APPROVE]) await this.waiting.refresh(manager, { year }, queue, [unit], stepped);
    await this.tellOutcome(manager, unit, stepped);
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
