import type { IndicatorAnswer } from '@jixiao/domain';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  JsonColumn,
  MoneyColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** What finance found of a project in a round instead of what was reported (核实). Append-only: a later one supersedes it. */
@Entity('verified_result')
@Index('ix_verified_result_round_project', ['roundId', 'projectId'])
@Index('ix_verified_result_project', ['projectId'])
export class VerifiedResult {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_verified_result_round')
  roundId: string;

  @IdOfColumn()
  @References('Project', 'fk_verified_result_project')
  projectId: string;

  /** Null where it is the expenditure. */
  @IdOfColumn({ nullable: true })
  lineageId: string | null;

  @JsonColumn({ nullable: true })
  answer: IndicatorAnswer | null;

  /** In 分. */
  @MoneyColumn({ nullable: true })
  expenditureFen: number | null;

  @TextColumn({ nullable: true })
  note: string | null;

  /** What it was seen from: vouchers, a visit, the files of the unit. */
  @TextColumn()
  evidence: string;

  @StringColumn(64)
  recordedBy: string;

  @InstantColumn()
  recordedAt: string;

  @InstantColumn({ nullable: true })
  supersededAt: string | null;
}
