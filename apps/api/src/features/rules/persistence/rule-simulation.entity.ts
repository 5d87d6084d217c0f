import type { RulePack } from '@jixiao/domain';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { SimulationSummary } from '../application/simulation-summary.js';

/** Changed rules that were tried on the stored lights of a round (R50). Its id is that of the job. */
@Entity('rule_simulation')
@Index('ix_rule_simulation_started', ['startedAt'])
export class RuleSimulation {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_rule_simulation_round')
  roundId: string;

  /** The rules that were tried, published or not. */
  @JsonColumn()
  content: RulePack;

  @StringColumn(64)
  requestedBy: string;

  @InstantColumn()
  startedAt: string;

  /** Null as long as it goes on, and where it was cut off. */
  @InstantColumn({ nullable: true })
  finishedAt: string | null;

  @JsonColumn({ nullable: true })
  summary: SimulationSummary | null;
}
