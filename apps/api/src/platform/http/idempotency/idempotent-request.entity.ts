import { Entity, Index, Unique } from 'typeorm';
import { IdColumn, IdOfColumn, InstantColumn, JsonColumn, StringColumn } from '../../database/columns.js';

/** A request with an idempotency key, and its answer once it is done. */
@Entity('idempotent_request')
@Unique('uq_idempotent_request_caller_key', ['caller', 'requestKey'])
@Index('ix_idempotent_request_created', ['createdAt'])
export class IdempotentRequest {
  @IdColumn()
  id: string;

  /** Username; keys of one caller mean nothing to another. */
  @StringColumn(64)
  caller: string;

  @StringColumn(200)
  requestKey: string;

  /** SHA-256 of method, address and body, hexadecimal. */
  @StringColumn(64)
  fingerprint: string;

  @StringColumn(16)
  status: 'running' | 'done';

  @JsonColumn({ nullable: true })
  answer: unknown;

  /** The one try that may complete the row. */
  @IdOfColumn()
  claimId: string;

  /** The process of that try. */
  @StringColumn(100)
  claimedBy: string;

  /** When the try is given up for lost, should nothing be known of its process. */
  @InstantColumn()
  claimedUntil: string;

  @InstantColumn()
  createdAt: string;
}
