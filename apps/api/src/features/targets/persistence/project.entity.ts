import { Entity, Index, Unique } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

export type TransferLevel = 'central' | 'province' | 'city' | 'county';

/** A project of one fiscal year (项目). Its targets are in `TargetVersion`. */
@Entity('project')
@Unique('uq_project_year_organisation_name', ['year', 'organisationId', 'name'])
@Unique('uq_project_year_code', ['year', 'code'])
@Unique('uq_project_continues', ['continuesProjectId'])
@Index('ix_project_organisation', ['organisationId'])
@Index('ix_project_list', ['year', 'name', 'id', 'code', 'key'])
export class Project {
  @IdColumn()
  id: string;

  @IntegerColumn()
  @References('FiscalYear', 'fk_project_year')
  year: number;

  @IdOfColumn()
  @References('Organisation', 'fk_project_organisation')
  organisationId: string;

  /** Project code (R1–R3); null where the document prints none. */
  @StringColumn(64, { nullable: true })
  code: string | null;

  @StringColumn(300)
  name: string;

  /** 重点. */
  @BooleanColumn({ name: 'is_key' })
  key: boolean;

  @StringColumn(16, { nullable: true })
  transferLevel: TransferLevel | null;

  /** 人员类: exempt from monitoring. */
  @BooleanColumn()
  personnel: boolean;

  /** Month (1…12) in which the project was added (R5). */
  @IntegerColumn()
  startMonth: number;

  /** The project of the year before that it continues, which no other one does; null where nobody said so. */
  @IdOfColumn({ nullable: true })
  @References('Project', 'fk_project_continues')
  continuesProjectId: string | null;

  /** Version of the targets in force. */
  @IntegerColumn()
  currentVersion: number;

  @InstantColumn()
  createdAt: string;

  @InstantColumn()
  updatedAt: string;
}
