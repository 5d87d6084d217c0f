import { excerpt } from '@jixiao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents, type PayloadOf } from '../../../../platform/events/domain-events.js';
import { newId } from '../../../../platform/runtime/ids.js';
import type { RoleHolder } from '../../../identity/index.js';
import { FollowUpPlaces, rectificationStepped, type RectificationOccasion } from '../../../rectification/index.js';
import type { NoticeKind } from '../notice-kinds.js';
import { noticeKey, Notify } from '../notify.js';
import { FollowUpPeople } from './follow-up-people.js';

type Stepped = PayloadOf<typeof rectificationStepped>;

/** What people are told of a step; of the others nobody need hear. */
const KINDS: Readonly<Partial<Record<RectificationOccasion, NoticeKind>>> = {
  open: 'rectification-opened',
  submit: 'rectification-submitted',
  return: 'rectification-returned',
  accept: 'rectification-accepted',
  extend: 'rectification-extended',
  close: 'rectification-closed',
  'no-effect': 'rectification-no-effect',
  waive: 'rectification-waived',
};

/** What waits for somebody until a later step. */
const WAITING = ['rectification-opened', 'rectification-submitted', 'rectification-returned'] as const;

/** Tells the unit what it has to put right and what became of it, and those who look at it that it waits for them. */
@Injectable()
export class FollowRectifications implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly places: FollowUpPlaces,
    private readonly people: FollowUpPeople,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(rectificationStepped, (manager, stepped) => this.follow(manager, stepped));
  }

  private async follow(manager: EntityManager, stepped: Stepped): Promise<void> {
    const { rectification, step, text } = stepped;
    const { id, projectId, organisationId, openedAt } = rectification;
    const year = Number(openedAt.slice(0, 4));
    if (step !== 'open' && step !== 'note') {
      await this.notify.settle(
        manager,
        WAITING.map((kind) => noticeKey(kind, year, id)),
      );
    }
    const kind = KINDS[step];
    if (kind === undefined) return;
    const ids = { projectIds: [projectId], organisationIds: [organisationId], roundIds: [rectification.effectRoundId] };
    const places = await this.places.of(manager, ids);
    const unit = places.organisation(organisationId);
    const round = places.round(rectification.effectRoundId);
    const params = {
      subjectId: id,
      organisationId,
      unit: unit.name,
      about: places.project(projectId)?.name ?? unit.name,
      deadline: rectification.deadline ?? '',
      ...(round === null ? {} : { roundYear: round.year, roundMonth: round.month }),
      message: excerpt(text ?? ''),
    };
    const recipients = await this.recipients(manager, unit.path, stepped);
    const about = WAITING.some((each) => each === kind) ? id : newId();
    await this.notify.tell(manager, { year }, [{ kind, recipients, params, about, projectId }], 'asNew');
  }

  private async recipients(
    manager: EntityManager,
    path: string,
    { rectification, step, actor }: Stepped,
  ): Promise<readonly RoleHolder[]> {
    if (step === 'submit') return this.people.nearest(manager, 'rectifications.review', path, actor);
    const unit = await this.people.ofUnit(manager, path, rectification.owner, actor);
    if (step !== 'close' && step !== 'no-effect') return unit;
    const { acceptedBy } = rectification;
    return [...unit, ...(await this.people.named(manager, ['rectifications.review'], [acceptedBy], actor))];
  }
}
