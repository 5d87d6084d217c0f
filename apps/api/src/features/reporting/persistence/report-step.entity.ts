import type { ReportState, ReportStep as Step } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
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
import type { ReportDocument } from '../application/report-document.js';

/** A step of a report from one state to another. Rows are only ever added. */
@Entity('report_step')
@Unique('uq_report_step_report_seq', ['reportId', 'seq'])
export class ReportStep {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('ProjectReport', 'fk_report_step_report')
  reportId: string;

  /** From 1 on within a report. */
  @IntegerColumn()
  seq: number;

  @StringColumn(16)
  step: Step;

  @StringColumn(16)
  fromState: ReportState;

  @StringColumn(16)
  toState: ReportState;

  @InstantColumn()
  at: string;

  @StringColumn(64)
  actor: string;

  /** The person's name at that time. */
  @StringColumn(100)
  actorName: string;

  /** Username of the person that the actor stood in for. */
  @StringColumn(64, { nullable: true })
  onBehalfOf: string | null;

  /** A return always has one. */
  @TextColumn({ nullable: true })
  message: string | null;

  /** Of the report after the step. */
  @IntegerColumn()
  version: number;

  /** What was handed in. Only of submitting: until the next one the steps after it are about the very same content. */
  @JsonColumn({ nullable: true })
  content: ReportDocument | null;
}
