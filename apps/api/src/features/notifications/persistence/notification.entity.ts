import { Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { NoticeKind, NoticeParams } from '../application/notice-kinds.js';

/** Something that one person is told. Its sentence is made from kind and params in the reader's language. */
@Entity('notification')
@Unique('uq_notification_recipient_key', ['recipientId', 'dedupeKey'])
@Index('ix_notification_recipient_created', ['recipientId', 'createdAt'])
@Index('ix_notification_key', ['dedupeKey'])
@Index('ix_notification_created', ['createdAt'])
@Index('ix_notification_round', ['roundId'])
export class Notification {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('UserAccount', 'fk_notification_recipient')
  recipientId: string;

  @StringColumn(32)
  kind: NoticeKind;

  @JsonColumn()
  params: NoticeParams;

  /** Null where it is about the targets of a year. */
  @IdOfColumn({ nullable: true })
  @References('MonitoringRound', 'fk_notification_round')
  roundId: string | null;

  /** The one project that it is about; null where it is about more. */
  @IdOfColumn({ nullable: true })
  projectId: string | null;

  /** What it is about: the same key tells a person the same thing only once. */
  @StringColumn(160)
  dedupeKey: string;

  @InstantColumn()
  createdAt: string;

  @InstantColumn({ nullable: true })
  readAt: string | null;
}
