import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { RoleHolder } from '../../identity/index.js';
import type { MonitoringRound } from '../../reporting/index.js';
import type { Notification } from '../persistence/notification.entity.js';
import { NotificationRepository, type Repeat } from '../persistence/notification.repository.js';
import type { NoticeKind, NoticeParams } from './notice-kinds.js';
import { noticesTold, type ToldNotice } from './notice.events.js';

/** One thing to tell some people. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly recipients: readonly Pick<RoleHolder, 'userId'>[];
  readonly params: NoticeParams;
  /** What it is about, after the kind and the occasion: the same person is told of it only once. */
  readonly about: string;
  readonly projectId?: string | null;
  /** The unit that it is about, where neither the parameters nor a project name it. Not stored: for whoever carries it on. */
  readonly unitId?: string;
  /** It says the same to everybody in the county. */
  readonly forAll?: boolean;
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
    private readonly events: DomainEvents,
    private readonly liveEvents: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /** All of a set by a few statements. @param repeat what happens where a person has been told of it before */
  async tell(manager: EntityManager, occasion: Occasion, notices: readonly Notice[], repeat: Repeat): Promise<void> {
    const createdAt = this.clock.now();
    const { roundId, scope } = placeOf(occasion);
    const told = notices.flatMap((notice) =>
      [...new Set(notice.recipients.map(({ userId }) => userId))].map((recipientId) => ({
        notice,
        row: {
          id: newId(),
          recipientId,
          kind: notice.kind,
          params: { ...scope, ...notice.params },
          roundId,
          projectId: notice.projectId ?? null,
          dedupeKey: noticeKey(notice.kind, occasionKey(occasion), notice.about),
          createdAt,
          readAt: null,
        },
      })),
    );
    if (told.length === 0) return;
    const rows = told.map(({ row }) => row);
    await this.notifications.save(manager, rows, repeat);
    await this.publish(manager, told, repeat);
    this.announce(rows.map(({ recipientId }) => recipientId));
  }

  /** What people have not been told before, or are told anew. A row that was there has kept its id. */
  private async publish(manager: EntityManager, told: readonly Told[], repeat: Repeat): Promise<void> {
    const ids = told.map(({ row }) => row.id);
    const stored = repeat === 'asNew' ? new Set(ids) : await this.notifications.present(manager, ids);
    const news = told.filter(({ row }) => stored.has(row.id)).map(asNews);
    if (news.length > 0) await this.events.publish(manager, noticesTold({ notices: news }));
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

interface Told {
  readonly notice: Notice;
  readonly row: Notification;
}

const asNews = ({ notice, row }: Told): ToldNotice => ({
  recipientId: row.recipientId,
  kind: row.kind,
  params: row.params,
  projectId: row.projectId,
  unitId: row.params.organisationId === undefined ? (notice.unitId ?? null) : String(row.params.organisationId),
  forAll: notice.forAll ?? false,
  dedupeKey: row.dedupeKey,
  createdAt: row.createdAt,
});

const placeOf = (occasion: Occasion): { readonly roundId: string | null; readonly scope: NoticeParams } =>
  'id' in occasion
    ? { roundId: occasion.id, scope: { year: occasion.year, month: occasion.month } }
    : { roundId: null, scope: { year: occasion.year } };
