import type { Reason, ReportAnomaly, ReportState } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  MoneyColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** What a unit reports of one project in one round. */
@Entity('project_report')
@Unique('uq_project_report_round_project', ['roundId', 'projectId'])
@Index('ix_project_report_project', ['projectId'])
export class ProjectReport {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_project_report_round')
  roundId: string;

  @IdOfColumn()
  @References('Project', 'fk_project_report_project')
  projectId: string;

  @StringColumn(16)
  status: ReportState;

  /** Counts saves: a save on an older version is refused. */
  @IntegerColumn()
  version: number;

  /** 全年预计执行数 in 分 (R26). */
  @MoneyColumn({ nullable: true })
  expectedFullYearFen: number | null;

  @JsonColumn()
  reasons: readonly Reason[];

  @TextColumn({ nullable: true })
  reasonNote: string | null;

  /** Why the unit's own expenditure differs from the treasury's. */
  @TextColumn({ nullable: true })
  differenceNote: string | null;

  @InstantColumn({ nullable: true })
  submittedAt: string | null;

  @StringColumn(64, { nullable: true })
  submittedBy: string | null;

  /** Whose deputy that was, likewise below; null where it was done in the person's own name. */
  @StringColumn(64, { nullable: true })
  submittedFor: string | null;

  @InstantColumn({ nullable: true })
  approvedAt: string | null;

  @StringColumn(64, { nullable: true })
  approvedBy: string | null;

  @StringColumn(64, { nullable: true })
  approvedFor: string | null;

  /** Approved by the one who filled it in, as finance allows of this unit. */
  @BooleanColumn()
  selfApproved: boolean;

  /** What a reviewer should look at first, as found when the report was handed in. */
  @JsonColumn()
  anomalies: readonly ReportAnomaly[];

  /** Fields that differ from what was last approved, accepted or returned, likewise; null where nothing was before. */
  @IntegerColumn({ nullable: true })
  changedFields: number | null;

  /** Of the last save; steps have a trail of their own. */
  @InstantColumn()
  updatedAt: string;

  @StringColumn(64)
  updatedBy: string;

  @StringColumn(64, { nullable: true })
  updatedFor: string | null;

  /** Everybody who has changed its content, and for whom, by username; empty where that was not kept yet. */
  @JsonColumn()
  writtenBy: readonly string[];
}
