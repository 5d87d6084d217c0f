import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  MoneyColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { TransferLevel } from './project.entity.js';

export type FundSource = 'fiscal' | 'carriedOver' | 'other';

/** A dated change of a project's budget (R6). Append-only. */
@Entity('budget_adjustment')
@Index('ix_budget_adjustment_project', ['projectId', 'effectiveOn'])
export class BudgetAdjustment {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Project', 'fk_budget_adjustment_project')
  projectId: string;

  @DayColumn()
  effectiveOn: string;

  @StringColumn(16)
  kind: 'addition' | 'reduction';

  /** Positive for both kinds, in 分. */
  @MoneyColumn()
  amountFen: number;

  @StringColumn(16)
  fundSource: FundSource;

  @TextColumn()
  reason: string;

  @StringColumn(100, { nullable: true })
  documentNumber: string | null;

  /** 中央, 省, 市 or 县; null where nobody said. */
  @StringColumn(16, { nullable: true })
  level: TransferLevel | null;

  /** The document that it rests on, where one was uploaded. */
  @IdOfColumn({ nullable: true })
  @References('ProjectDocument', 'fk_budget_adjustment_document')
  documentId: string | null;

  @StringColumn(64)
  recordedBy: string;

  @InstantColumn()
  recordedAt: string;
}
