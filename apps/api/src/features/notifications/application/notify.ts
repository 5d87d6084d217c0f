import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { RoleHolder } from '../../identity/index.js';
import type { MonitoringRound } from '../../reporting/index.js';
import { NotificationRepository, type Repeat } from '../persistence/notification.repository.js';
import type { NoticeKind, NoticeParams } from './notice-kinds.js';

/** One thing to tell some people. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly recipients: readonly Pick<RoleHolder, 'userId'>[];
  readonly params: NoticeParams;
  /** What it is about, after the kind and the occasion: the same person is told of it only once. */
  readonly about: string;
  readonly projectId?: string | null;
}

/** What a notice belongs to: a round, or with the work on targets and with accounts a whole year. */
export type Occasion = Pick<MonitoringRound, 'id' | 'year' | 'month'> | { readonly year: number };

/** Id of the round, or the year. */
export const occasionKey = (occasion: Occasion): string | number => ('id' in occasion ? occasion.id : occasion.year);

/** `kind:occasion:about`, at most 160 characters: two ids, the kind and a day. @param occasion id of a round, or a year */
export const noticeKey = (kind: NoticeKind, occasion: string | number, about: string): string =>
  `${kind}:${occasion}:${about}`;

/** Tells people, in the transaction of what they are told of; open pages hear of it after the commit. */
@Injectable()
export class Notify {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly liveEvents: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /** All of a set by a few statements. @param repeat what happens where a person has been told of it before */
  async tell(manager: EntityManager, occasion: Occasion, notices: readonly Notice[], repeat: Repeat): Promise<void> {
    const createdAt = this.clock.now();
    const { roundId, scope } = placeOf(occasion);
    const rows = notices.flatMap(({ kind, recipients, params, about, projectId = null }) =>
      [...new Set(recipients.map(({ userId }) => userId))].map((recipientId) => ({
        id: newId(),
        recipientId,
        kind,
        params: { ...scope, ...params },
        roundId,
        projectId,
        dedupeKey: noticeKey(kind, occasionKey(occasion), about),
        createdAt,
        readAt: null,
      })),
    );
    if (rows.length === 0) return;
    await this.notifications.save(manager, rows, repeat);
    this.announce(rows.map(({ recipientId }) => recipientId));
  }

  /** What waited for these people is done. */
  async settle(manager: EntityManager, dedupeKeys: readonly string[]): Promise<void> {
    this.announce(await this.notifications.settle(manager, dedupeKeys, this.clock.now()));
  }

  /** Nothing of these kinds waits in the round any more. */
  async settleRound(manager: EntityManager, roundId: string, kinds: readonly NoticeKind[]): Promise<void> {
    this.announce(await this.notifications.settleRound(manager, roundId, kinds, this.clock.now()));
  }

  /** Tells the open pages of these people that something changed. */
  announce(recipientIds: readonly string[]): void {
    if (recipientIds.length === 0) return;
    const event = { type: 'notifications' as const, recipientIds: [...new Set(recipientIds)] };
    this.uow.afterCommit(() => this.liveEvents.publish(event));
  }
}

const placeOf = (occasion: Occasion): { readonly roundId: string | null; readonly scope: NoticeParams } =>
  'id' in occasion
    ? { roundId: occasion.id, scope: { year: occasion.year, month: occasion.month } }
    : { roundId: null, scope: { year: occasion.year } };
