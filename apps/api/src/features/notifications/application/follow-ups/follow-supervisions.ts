import { excerpt, SUPERVISING } from '@jixiao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents, type PayloadOf } from '../../../../platform/events/domain-events.js';
import { newId } from '../../../../platform/runtime/ids.js';
import { FollowUpPlaces, supervisionStepped } from '../../../rectification/index.js';
import type { NoticeKind } from '../notice-kinds.js';
import { noticeKey, Notify } from '../notify.js';
import { FollowUpPeople } from './follow-up-people.js';

type Stepped = PayloadOf<typeof supervisionStepped>;

const KINDS = {
  open: 'supervision-opened',
  report: 'supervision-reported',
  return: 'supervision-returned',
  close: 'supervision-closed',
  extend: 'supervision-extended',
} as const satisfies Readonly<Record<Stepped['step'], NoticeKind>>;

/** What waits for somebody until a later step. */
const WAITING = ['supervision-opened', 'supervision-reported', 'supervision-returned'] as const;

/** Tells the unit what a leader wants done, and the leader what the unit reports. */
@Injectable()
export class FollowSupervisions implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly places: FollowUpPlaces,
    private readonly people: FollowUpPeople,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(supervisionStepped, (manager, stepped) => this.follow(manager, stepped));
  }

  private async follow(manager: EntityManager, { supervision, step, actor, text }: Stepped): Promise<void> {
    const { id, projectId, organisationId, owner, deadline, openedAt } = supervision;
    const year = Number(openedAt.slice(0, 4));
    if (step !== 'open' && step !== 'extend') {
      await this.notify.settle(
        manager,
        WAITING.map((kind) => noticeKey(kind, year, id)),
      );
    }
    const places = await this.places.of(manager, {
      projectIds: [projectId],
      organisationIds: [organisationId],
      roundIds: [],
    });
    const { name: unit, path } = places.organisation(organisationId);
    const about = places.project(projectId)?.name ?? unit;
    const params = { subjectId: id, organisationId, unit, about, deadline, message: excerpt(text ?? '') };
    const recipients =
      step === 'report'
        ? await this.people.named(manager, SUPERVISING, [supervision.openedBy], actor)
        : await this.people.ofUnit(manager, path, owner, actor);
    const kind = KINDS[step];
    const key = WAITING.some((each) => each === kind) ? id : newId();
    await this.notify.tell(manager, { year }, [{ kind, recipients, params, about: key, projectId }], 'asNew');
  }
}
