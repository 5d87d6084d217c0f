import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AccountRepository, passwordSetByOther } from '../../identity/index.js';
import { deputyAppointed, workHandedOver } from '../../people/index.js';
import type { NoticeKind, NoticeParams } from './notice-kinds.js';
import { Notify } from './notify.js';

/** What one of the people concerned is told. */
interface Telling {
  readonly userId: string;
  readonly kind: NoticeKind;
  readonly params: NoticeParams;
}

/**
 * Tells people what others do to their account, so that nobody acts in a person's name, or for him, without his
 * learning of it (R6).
 */
@Injectable()
export class FollowAccounts implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly accounts: AccountRepository,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(passwordSetByOther, (manager, { userId, actor }) =>
      this.tell(manager, actor, [{ userId, kind: 'password-set', params: {} }]),
    );
    this.events.subscribe(deputyAppointed, async (manager, { principalId, deputyId, fromDay, untilDay, actor }) => {
      const [principal, deputy] = await this.named(manager, principalId, deputyId);
      const days = { fromDay, untilDay };
      await this.tell(manager, actor, [
        { userId: principalId, kind: 'deputy-appointed', params: { ...days, other: deputy } },
        { userId: deputyId, kind: 'deputy-became', params: { ...days, other: principal } },
      ]);
    });
    this.events.subscribe(workHandedOver, async (manager, { giverId, takerId, from: fromDay, actor }) => {
      const [giver, taker] = await this.named(manager, giverId, takerId);
      await this.tell(manager, actor, [
        { userId: giverId, kind: 'work-given', params: { fromDay, other: taker } },
        { userId: takerId, kind: 'work-taken', params: { fromDay, other: giver } },
      ]);
    });
  }

  /** Each person by himself, but for who did it. Without `by` where it was done at the command line, by no person. */
  private async tell(manager: EntityManager, actor: string, tellings: readonly Telling[]): Promise<void> {
    const person = await this.accounts.byUsername(manager, actor);
    const by: NoticeParams = person === null ? {} : { by: person.displayName };
    const notices = tellings
      .filter(({ userId }) => userId !== person?.id)
      .map(({ userId, kind, params }) => ({
        kind,
        recipients: [{ userId }],
        params: { ...by, ...params },
        about: newId(),
      }));
    await this.notify.tell(manager, { year: Number(this.clock.today().slice(0, 4)) }, notices, 'never');
  }

  private async named(manager: EntityManager, one: string, other: string): Promise<[string, string]> {
    const found = await this.accounts.byIds(manager, [one, other]);
    const nameOf = (id: string): string => found.find((account) => account.id === id)?.displayName ?? '';
    return [nameOf(one), nameOf(other)];
  }
}
