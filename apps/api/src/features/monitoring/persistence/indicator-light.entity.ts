import type { IndicatorAssessment, IndicatorToAssess, Light } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
import { IdColumn, IdOfColumn, JsonColumn, References, StringColumn } from '../../../platform/database/columns.js';

/** An indicator's light in one round, with the answer and the target as judged (R49). */
@Entity('indicator_light')
@Unique('uq_indicator_light_project_light_lineage', ['projectLightId', 'lineageId'])
export class IndicatorLight {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('ProjectLight', 'fk_indicator_light_project_light')
  projectLightId: string;

  @IdOfColumn()
  lineageId: string;

  @StringColumn(8)
  light: Light;

  @StringColumn(32)
  reason: string;

  @JsonColumn()
  assessment: IndicatorAssessment;

  @JsonColumn()
  inputs: IndicatorToAssess;
}
