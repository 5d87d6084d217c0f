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
import type { ReportStates } from '../../reporting/index.js';

/** The seal of a locked round: the hash of everything that its lights came from, chained to the seal before. Append-only. */
@Entity('round_seal')
@Unique('uq_round_seal_seq', ['seq'])
@Unique('uq_round_seal_round_version', ['roundId', 'version'])
export class RoundSeal {
  @IdColumn()
  id: string;

  /** Place in the chain of the seals of all rounds, from 1. */
  @IntegerColumn()
  seq: number;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_round_seal_round')
  roundId: string;

  /** From 1; another one each time the round is locked again. */
  @IntegerColumn()
  version: number;

  @InstantColumn()
  createdAt: string;

  @StringColumn(64)
  createdBy: string;

  /** Hash of the seal before, of whatever round; null for the first of all. */
  @StringColumn(64, { nullable: true })
  previousHash: string | null;

  /** Hash over the hashes of the snapshot's parts. */
  @StringColumn(64)
  contentHash: string;

  /** Hash over all that stands in this row but itself. */
  @StringColumn(64)
  hash: string;

  @IdOfColumn()
  @References('RulePackVersion', 'fk_round_seal_rule_pack')
  rulePackRef: string;

  @IntegerColumn()
  parts: number;

  @IntegerColumn()
  projects: number;

  @IntegerColumn()
  indicators: number;

  /** Monitored projects by the state of their report. */
  @JsonColumn()
  states: ReportStates;

  /** Where the audit trail stood; null as long as the trail is no chain. */
  @IntegerColumn({ nullable: true })
  auditSeq: number | null;

  @StringColumn(64, { nullable: true })
  auditHash: string | null;
}
