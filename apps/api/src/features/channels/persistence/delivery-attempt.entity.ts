import { Entity, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { DeliveryError } from './delivery.entity.js';

/** Under way; sent; not sent; or cut off in its middle, so that nobody knows. */
export const ATTEMPT_OUTCOMES = ['begun', 'sent', 'failed', 'cutOff'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** One try: stored before anything is sent, so that one that was cut off is known. */
@Entity('delivery_attempt')
@Unique('uq_delivery_attempt_number', ['deliveryId', 'number'])
export class DeliveryAttempt {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Delivery', 'fk_delivery_attempt_delivery')
  deliveryId: string;

  /** From 1. */
  @IntegerColumn()
  number: number;

  @InstantColumn()
  begunAt: string;

  @InstantColumn({ nullable: true })
  endedAt: string | null;

  @StringColumn(16)
  outcome: AttemptOutcome;

  @JsonColumn({ nullable: true })
  error: DeliveryError | null;
}
