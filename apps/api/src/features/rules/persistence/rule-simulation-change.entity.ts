import type { Light, PackChange } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  IntegerColumn,
  JsonColumn,
  MoneyColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { StoredProjectAssessment } from '../../monitoring/index.js';

/** Both assessments without their indicators, of which only those that change colour are kept. */
export interface AssessedTwice {
  readonly before: StoredProjectAssessment;
  readonly after: StoredProjectAssessment;
  readonly indicators: PackChange['indicators'];
}

/** A project of which something changes colour by the rules that were tried. Goes with its simulation, never alone. */
@Entity('rule_simulation_change')
@Unique('uq_rule_simulation_change_project', ['simulationId', 'projectId'])
export class RuleSimulationChange {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('RuleSimulation', 'fk_rule_simulation_change_simulation')
  simulationId: string;

  /** No reference: a project that is removed takes no simulation with it, and is no longer shown in it. */
  @IdOfColumn()
  projectId: string;

  /** Worst change first (`changeRank`). */
  @IntegerColumn()
  changeRank: number;

  @StringColumn(8)
  lightFrom: Light;

  @StringColumn(8)
  lightTo: Light;

  @MoneyColumn({ nullable: true })
  budgetFen: number | null;

  @JsonColumn()
  assessed: AssessedTwice;
}
