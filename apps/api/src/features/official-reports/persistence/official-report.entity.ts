import type { OfficialReportKind, OfficialReportState } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** A place has one report of each kind and period. */
export const ONE_PER_PLACE = 'uq_official_report_place';

/** 绩效运行监控报告 of a round or 绩效自评报告 of a year, of a unit, a department or the whole county. */
@Entity('official_report')
@Unique(ONE_PER_PLACE, ['kind', 'year', 'month', 'organisationId'])
@Index('ix_official_report_organisation', ['organisationId'])
@Index('ix_official_report_period', ['year', 'month'])
export class OfficialReport {
  @IdColumn()
  id: string;

  @StringColumn(16)
  kind: OfficialReportKind;

  @IntegerColumn()
  year: number;

  /** Of the round; 12 for a self-evaluation, which is of the whole year. */
  @IntegerColumn()
  month: number;

  @IdOfColumn()
  @References('Organisation', 'fk_official_report_organisation')
  organisationId: string;

  @StringColumn(12)
  state: OfficialReportState;

  /** Number of the newest version; 0 until the first one is drafted. */
  @IntegerColumn()
  version: number;

  /** The newest version that was sealed; it holds until the next one is. */
  @IntegerColumn({ nullable: true })
  sealedVersion: number | null;

  @StringColumn(300)
  title: string;

  /** What was written when it was returned or opened again; null once it is handed in. */
  @TextColumn({ nullable: true })
  message: string | null;

  /** Everybody who has a hand in what was not sealed yet, and for whom, by username. */
  @JsonColumn()
  writtenBy: readonly string[];

  @StringColumn(64)
  createdBy: string;

  @InstantColumn()
  createdAt: string;

  /** Of the last change or step. */
  @StringColumn(64)
  updatedBy: string;

  @InstantColumn()
  updatedAt: string;
}
