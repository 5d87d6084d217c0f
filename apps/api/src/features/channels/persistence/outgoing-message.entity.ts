import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { NoticeKind, NoticeParams } from '../../notifications/index.js';

/** A notice on its way out: part of a delivery, or waiting for the person's next digest. */
@Entity('outgoing_message')
@Index('ix_outgoing_message_delivery', ['deliveryId'])
@Index('ix_outgoing_message_recipient', ['recipientId', 'deliveryId'])
export class OutgoingMessage {
  @IdColumn()
  id: string;

  /** Null as long as it waits for a digest. */
  @IdOfColumn({ nullable: true })
  @References('Delivery', 'fk_outgoing_message_delivery')
  deliveryId: string | null;

  /** Whom it is for; null for robots. */
  @IdOfColumn({ nullable: true })
  @References('UserAccount', 'fk_outgoing_message_recipient')
  recipientId: string | null;

  @StringColumn(32)
  kind: NoticeKind;

  /** As they were when it was told: the sentence is made when it is sent. */
  @JsonColumn()
  params: NoticeParams;

  @IdOfColumn({ nullable: true })
  projectId: string | null;

  @IdOfColumn({ nullable: true })
  unitId: string | null;

  /** With the recipient the key of the notification. */
  @StringColumn(160)
  dedupeKey: string;

  @InstantColumn()
  createdAt: string;
}
