import type { Finding, IndicatorAssessment, IndicatorType } from '@jixiao/domain';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  IntegerColumn,
  JsonColumn,
  MoneyColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** An indicator whose light is red, with what its sentence is made from (R49). */
export interface RedIndicator {
  readonly code: 'indicator-red';
  readonly level1: string;
  readonly level2: string;
  readonly indicator: IndicatorAssessment;
}

export type StoredFinding = Finding | RedIndicator;
export type StoredFindingCode = StoredFinding['code'];

/** Something that stands out about a project in a round. Replaced with the analysis of its unit. */
@Entity('project_finding')
@Index('ix_project_finding_round_code', ['roundId', 'code', 'budgetFen'])
@Index('ix_project_finding_round_unit', ['roundId', 'organisationId'])
@Index('ix_project_finding_project', ['projectId'])
export class ProjectFinding {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('MonitoringRound', 'fk_project_finding_round')
  roundId: string;

  @IdOfColumn()
  @References('Project', 'fk_project_finding_project')
  projectId: string;

  /** Where the project was when its lights were computed. No reference: an organisation may be removed. */
  @IdOfColumn()
  organisationId: string;

  /** Place among the findings of the project. */
  @IntegerColumn()
  ordinal: number;

  @StringColumn(32)
  code: StoredFindingCode;

  /** Of a red indicator; null otherwise. */
  @StringColumn(16, { nullable: true })
  indicatorType: IndicatorType | null;

  /** Adjusted budget of the project, the more important first; 0 where none is known. */
  @MoneyColumn()
  budgetFen: number;

  @JsonColumn()
  finding: StoredFinding;
}
