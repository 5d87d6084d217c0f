import type { FrameName } from '@jixiao/domain';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  DayColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** The self-evaluation of a year, as finance has opened it (绩效自评). */
@Entity('evaluation_year')
export class EvaluationYear {
  @PrimaryColumn({ type: 'int' })
  @References('FiscalYear', 'fk_evaluation_year_year')
  year: number;

  /** December's round, from which everything was drafted. */
  @IdOfColumn()
  @References('MonitoringRound', 'fk_evaluation_year_round')
  roundId: string;

  /** What everything that is not accepted is scored by. */
  @IdOfColumn()
  @References('EvaluationRuleVersion', 'fk_evaluation_year_rules')
  rulesRef: string;

  /** The frame by which drafts are weighted (R30). */
  @StringColumn(1)
  frame: FrameName;

  /** The last day for handing in; what comes later is taken and told. */
  @DayColumn()
  submitBy: string;

  @IntegerColumn()
  version: number;

  /** 人员类 projects, which are not evaluated; counted when the drafts are made. */
  @IntegerColumn()
  exempt: number;

  @StringColumn(64)
  openedBy: string;

  @InstantColumn()
  openedAt: string;
}
