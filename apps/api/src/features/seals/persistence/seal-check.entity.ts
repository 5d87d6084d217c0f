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
import type { SealVerification } from '../application/verify-seals.query.js';

/** What a check found; long lists only begin here. */
export type CheckResult = Pick<SealVerification, 'deviations' | 'seals' | 'reopened' | 'findings'>;

/** The latest check of a round against its seals, written as a whole when it ended. The audit trail names every one. */
@Entity('seal_check')
@Unique('uq_seal_check_round', ['roundId'])
export class SealCheck {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_seal_check_round')
  roundId: string;

  @InstantColumn()
  checkedAt: string;

  @StringColumn(64)
  checkedBy: string;

  /** The latest seal that there was; null of a round without one. */
  @IntegerColumn({ nullable: true })
  sealVersion: number | null;

  @IntegerColumn()
  projects: number;

  /** All of them, also those that the result leaves out. */
  @IntegerColumn()
  deviationCount: number;

  @JsonColumn()
  result: CheckResult;
}
