import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { ToldNotice } from '../../notifications/index.js';
import { deliverJob } from '../jobs/deliver.jobs.js';
import type { Channel } from '../persistence/channel.entity.js';
import type { Delivery, DeliveryPurpose } from '../persistence/delivery.entity.js';
import { DeliveryRepository } from '../persistence/delivery.repository.js';
import type { OutgoingMessage } from '../persistence/outgoing-message.entity.js';
import { QuietTime } from './quiet-time.js';

const HOUR_MS = 60 * 60 * 1000;
/** A server that breaks down on a Friday evening is looked after on Monday. */
export const PATIENCE_MS = 72 * HOUR_MS;
/** Nobody waits longer for the outcome of a test. */
const TEST_PATIENCE_MS = HOUR_MS / 6;
/** More than these are sent soon, by jobs that are made as they are needed, and not all at the end of the transaction. */
const MOST_AT_ONCE = 20;
/** Notices of one message. */
export const MOST_NOTICES = 50;

/** A message that is to be sent. */
export interface Draft {
  readonly channel: Pick<Channel, 'id' | 'retryAt'>;
  readonly recipientId: string | null;
  readonly address: string | null;
  readonly locale: Locale;
  readonly purpose: DeliveryPurpose;
  readonly notices: readonly ToldNotice[];
}

/** Puts messages on their way, in the transaction of what they tell. */
@Injectable()
export class Outbox {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly quiet: QuietTime,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Stores them, and sends at once what is due. @returns their ids, in their order */
  async put(manager: EntityManager, drafts: readonly Draft[]): Promise<readonly string[]> {
    if (drafts.length === 0) return [];
    const now = this.clock.now();
    const quietEnd = await this.quiet.end(manager);
    const rows = drafts.map((draft) => this.deliveryOf(draft, now, quietEnd));
    const messages = drafts.flatMap(({ notices, recipientId }, place) =>
      notices.map((notice) => messageOf(notice, recipientId, rows[place]?.id ?? null)),
    );
    await this.deliveries.add(manager, rows, messages);
    const due = rows.filter(({ dueAt }) => dueAt <= now);
    for (const { id } of due.slice(0, MOST_AT_ONCE)) await this.send(manager, id);
    return rows.map(({ id }) => id);
  }

  /** Asks for the job that sends it. */
  async send(manager: EntityManager, deliveryId: string): Promise<void> {
    await this.queue.enqueue(manager, deliverJob, { deliveryId }, { key: deliveryId });
  }

  private deliveryOf(
    { channel, recipientId, address, locale, purpose }: Draft,
    now: string,
    quietEnd: string,
  ): Delivery {
    const isTest = purpose === 'test';
    const later = [quietEnd, channel.retryAt ?? now].reduce((one, other) => (one > other ? one : other));
    return {
      id: newId(),
      channelId: channel.id,
      recipientId,
      address,
      purpose,
      locale,
      state: 'queued',
      attempts: 0,
      dueAt: isTest ? now : later,
      giveUpAt: this.clock.later(isTest ? TEST_PATIENCE_MS : PATIENCE_MS),
      createdAt: now,
      sentAt: null,
      error: null,
    };
  }
}

/** @param deliveryId null where it waits for a digest */
export const messageOf = (
  { kind, params, projectId, unitId, dedupeKey, createdAt }: ToldNotice,
  recipientId: string | null,
  deliveryId: string | null,
): OutgoingMessage => ({
  id: newId(),
  deliveryId,
  recipientId,
  kind,
  params,
  projectId,
  unitId,
  dedupeKey,
  createdAt,
});

/** In messages of at most so many notices. */
export function chunksOf<T>(items: readonly T[], size = MOST_NOTICES): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
