import type { Direction, IndicatorKind, Operator } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  BooleanColumn,
  DayColumn,
  DecimalColumn,
  IdColumn,
  IdOfColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { CorrectableField } from '../application/target-content.js';

/** An indicator of one version of a project's targets (绩效指标). */
@Entity('indicator')
@Unique('uq_indicator_version_ordinal', ['targetVersionId', 'ordinal'])
@Index('ix_indicator_lineage', ['lineageId'])
export class Indicator {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('TargetVersion', 'fk_indicator_version')
  targetVersionId: string;

  /** The same over all versions of the target; results and lights refer to it, and the API calls it the indicator's id. */
  @IdOfColumn()
  lineageId: string;

  @IntegerColumn()
  ordinal: number;

  @StringColumn(64)
  level1: string;

  @StringColumn(64)
  level2: string;

  @StringColumn(500)
  name: string;

  @TextColumn({ nullable: true })
  description: string | null;

  /** Target value as printed (R16). */
  @TextColumn()
  rawValue: string;

  @StringColumn(16)
  operator: Operator;

  @DecimalColumn({ nullable: true })
  number: number | null;

  @StringColumn(64, { nullable: true })
  unit: string | null;

  @DayColumn({ nullable: true })
  dueDate: string | null;

  @DecimalColumn({ nullable: true })
  gate: number | null;

  @BooleanColumn()
  operatorPrinted: boolean;

  @StringColumn(16, { nullable: true })
  direction: Direction | null;

  @BooleanColumn()
  directionInferred: boolean;

  /** Finance has accepted the printed direction although R41 doubts it. */
  @BooleanColumn()
  directionConfirmed: boolean;

  @StringColumn(20)
  kind: IndicatorKind;

  /** First month (1…12) in which it is judged (R17). */
  @IntegerColumn()
  assessedFrom: number;

  /** Weight in points as printed (R30). */
  @DecimalColumn({ nullable: true })
  weight: number | null;

  /** The fields that a person corrected; null where none. */
  @JsonColumn({ nullable: true })
  corrected: readonly CorrectableField[] | null;

  @TextColumn({ nullable: true })
  basis: string | null;

  @StringColumn(100, { nullable: true })
  sourceAt: string | null;
}
