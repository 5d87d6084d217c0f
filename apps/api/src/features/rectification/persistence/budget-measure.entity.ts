import type { MeasureKind, MeasureState } from '@jixiao/domain';
import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  MoneyColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** What finance does with the result of a round (结果应用): 收回, 调减, 暂停 or 统筹 of a project's money. */
@Entity('budget_measure')
@Index('ix_budget_measure_project', ['projectId'])
@Index('ix_budget_measure_state', ['state'])
export class BudgetMeasure {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Project', 'fk_budget_measure_project')
  projectId: string;

  @IdOfColumn()
  @References('Organisation', 'fk_budget_measure_organisation')
  organisationId: string;

  @IdOfColumn({ nullable: true })
  @References('MonitoringRound', 'fk_budget_measure_round')
  roundId: string | null;

  @StringColumn(12)
  kind: MeasureKind;

  /** In 分; null where payments are only suspended. */
  @MoneyColumn({ nullable: true })
  amountFen: number | null;

  @TextColumn()
  reason: string;

  /** What it means for the ceiling of the next year (下年预算控制数). */
  @TextColumn({ nullable: true })
  nextYearNote: string | null;

  @StringColumn(12)
  state: MeasureState;

  @StringColumn(64)
  proposedBy: string;

  /** Whose deputy that was, likewise below; null where it was done in the person's own name. */
  @StringColumn(64, { nullable: true })
  proposedFor: string | null;

  @InstantColumn()
  proposedAt: string;

  /** Who approved, rejected or withdrew it. */
  @StringColumn(64, { nullable: true })
  decidedBy: string | null;

  @InstantColumn({ nullable: true })
  decidedAt: string | null;

  @TextColumn({ nullable: true })
  message: string | null;

  @StringColumn(64, { nullable: true })
  postedBy: string | null;

  @InstantColumn({ nullable: true })
  postedAt: string | null;

  /** From when on it counts. */
  @DayColumn({ nullable: true })
  effectiveOn: string | null;

  /** The reduction of the budget that it was booked by (R6); null for a suspension. */
  @IdOfColumn({ nullable: true })
  @References('BudgetAdjustment', 'fk_budget_measure_adjustment')
  adjustmentId: string | null;

  @StringColumn(64, { nullable: true })
  liftedBy: string | null;

  @InstantColumn({ nullable: true })
  liftedAt: string | null;

  /** Counts changes: one on an older version is refused. */
  @IntegerColumn()
  version: number;
}
