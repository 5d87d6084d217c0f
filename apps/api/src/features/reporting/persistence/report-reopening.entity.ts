import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  JsonColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { ReportBefore } from '../application/report-document.js';

/** How a reopening ended: in a new seal, by finance taking it back, or by its last day. */
export type ReopeningEnd = 'relocked' | 'withdrawn' | 'expired';

/** A project, or one indicator of it, that may be corrected in a locked round. At most one per project is live. */
@Entity('report_reopening')
@Index('ix_report_reopening_round_project', ['roundId', 'projectId'])
@Index('ix_report_reopening_project', ['projectId'])
export class ReportReopening {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_report_reopening_round')
  roundId: string;

  @IdOfColumn()
  @References('Project', 'fk_report_reopening_project')
  projectId: string;

  /** The one indicator that may be corrected; null for the whole project. */
  @IdOfColumn({ nullable: true })
  lineageId: string | null;

  /** Its name as it was judged. */
  @StringColumn(500, { nullable: true })
  indicatorName: string | null;

  @TextColumn()
  reason: string;

  /** Last day on which the unit may correct and hand in, China time. */
  @DayColumn()
  expiresOn: string;

  @StringColumn(64)
  openedBy: string;

  @InstantColumn()
  openedAt: string;

  /** The report as it was sealed; null where there was none. */
  @JsonColumn({ nullable: true })
  contentBefore: ReportBefore | null;

  /** Null while it is live. */
  @InstantColumn({ nullable: true })
  closedAt: string | null;

  @StringColumn(64, { nullable: true })
  closedBy: string | null;

  @StringColumn(16, { nullable: true })
  closedHow: ReopeningEnd | null;
}
