import type { CalendarDay } from '@jixiao/domain';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** The days of a year that differ from the plain week, as somebody has entered them in place of what is shipped. */
@Entity('work_calendar')
export class WorkCalendarYear {
  @PrimaryColumn({ type: 'int' })
  year: number;

  /** Where the days come from, as a notice; empty where nobody has said. */
  @TextColumn()
  source: string;

  /** In calendar order. */
  @JsonColumn()
  days: readonly CalendarDay[];

  /** 1 for the first change. */
  @IntegerColumn()
  version: number;

  @InstantColumn()
  changedAt: string;

  @StringColumn(64)
  changedBy: string;
}
