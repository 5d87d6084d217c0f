import type { IndicatorAnswer, Likelihood, Outcome, Reason } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
import {
  DayColumn,
  DecimalColumn,
  IdColumn,
  IdOfColumn,
  JsonColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** What a unit answers for one indicator. No `answerType` is a blank, which is not zero (R28). */
@Entity('indicator_result')
@Unique('uq_indicator_result_report_lineage', ['reportId', 'lineageId'])
export class IndicatorResult {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('ProjectReport', 'fk_indicator_result_report')
  reportId: string;

  @IdOfColumn()
  lineageId: string;

  @StringColumn(16, { nullable: true })
  answerType: IndicatorAnswer['type'] | null;

  @DecimalColumn({ nullable: true })
  value: number | null;

  @StringColumn(16, { nullable: true })
  outcome: Outcome | null;

  @TextColumn({ nullable: true })
  text: string | null;

  @DayColumn({ nullable: true })
  doneOn: string | null;

  @TextColumn({ nullable: true })
  noData: string | null;

  /** 全年预计完成情况, as written. */
  @TextColumn({ nullable: true })
  expected: string | null;

  @JsonColumn()
  reasons: readonly Reason[];

  @TextColumn({ nullable: true })
  reasonNote: string | null;

  @StringColumn(16, { nullable: true })
  likelihood: Likelihood | null;

  @TextColumn({ nullable: true })
  note: string | null;
}
