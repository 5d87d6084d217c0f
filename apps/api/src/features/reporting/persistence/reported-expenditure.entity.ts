import { Entity, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  MoneyColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** Cumulative expenditure as reported, with the history of its corrections; the current one has no `supersededAt`. */
@Entity('reported_expenditure')
@Unique('uq_reported_expenditure_report_revision', ['reportId', 'revision'])
export class ReportedExpenditure {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('ProjectReport', 'fk_reported_expenditure_report')
  reportId: string;

  @IntegerColumn()
  revision: number;

  @MoneyColumn()
  expenditureFen: number;

  @MoneyColumn()
  fiscalFen: number;

  @MoneyColumn()
  otherFen: number;

  @InstantColumn()
  recordedAt: string;

  @StringColumn(64)
  recordedBy: string;

  @InstantColumn({ nullable: true })
  supersededAt: string | null;
}
