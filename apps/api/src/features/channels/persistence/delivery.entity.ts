import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';

/** 待发送, 待重试, 已发送, 已放弃. */
export const DELIVERY_STATES = ['queued', 'failed', 'sent', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Those that are still to be sent. */
export const PENDING: readonly DeliveryState[] = ['queued', 'failed'];

export const DELIVERY_PURPOSES = ['notices', 'digest', 'test'] as const;
export type DeliveryPurpose = (typeof DELIVERY_PURPOSES)[number];

/** Why a try failed, or nothing is tried any more: a code with what the receiver said, without secrets. */
export interface DeliveryError {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** One message to one target. Its id is that of the message, the same in every try. */
@Entity('delivery')
@Index('ix_delivery_channel_state_due', ['channelId', 'state', 'dueAt'])
@Index('ix_delivery_state_give_up', ['state', 'giveUpAt'])
@Index('ix_delivery_created', ['createdAt'])
@Index('ix_delivery_recipient', ['recipientId'])
export class Delivery {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Channel', 'fk_delivery_channel')
  channelId: string;

  /** The person whom an e-mail is to; null for robots and tests. */
  @IdOfColumn({ nullable: true })
  @References('UserAccount', 'fk_delivery_recipient')
  recipientId: string | null;

  /** E-mail address; null for what has its address in the channel. */
  @StringColumn(254, { nullable: true })
  address: string | null;

  @StringColumn(16)
  purpose: DeliveryPurpose;

  @StringColumn(2)
  locale: Locale;

  @StringColumn(16)
  state: DeliveryState;

  /** Tries that were begun. */
  @IntegerColumn()
  attempts: number;

  /** When it is tried next; of no meaning once it is sent or given up. */
  @InstantColumn()
  dueAt: string;

  /** Given up after this. */
  @InstantColumn()
  giveUpAt: string;

  @InstantColumn()
  createdAt: string;

  @InstantColumn({ nullable: true })
  sentAt: string | null;

  @JsonColumn({ nullable: true })
  error: DeliveryError | null;
}
