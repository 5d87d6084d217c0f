import type { AssessmentInput, IndicatorToAssess } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FiscalYearRepository } from '../../targets/index.js';
import type { MonitoringRound } from './monitoring-round.entity.js';

interface Row {
  readonly id: string;
  readonly inputs: string;
}

const PROJECT = 'select id as id, inputs as inputs from project_light where round_id = ? and project_id = ?';
/** Ids are made in order of creation, so the indicators come as they stand in the target. */
const INDICATORS = 'select id as id, inputs as inputs from indicator_light where project_light_id = ? order by id';

/** What a project's lights in a round were last judged by: in a locked round the targets, budget and rules that it keeps (R49). */
@Injectable()
export class JudgedInputQuery {
  constructor(private readonly years: FiscalYearRepository) {}

  /** @returns null where the project has no lights in the round */
  async run(
    manager: EntityManager,
    round: Pick<MonitoringRound, 'id' | 'rulePackRef'>,
    projectId: string,
  ): Promise<AssessmentInput | null> {
    const [light] = await manager.query<Row[]>(PROJECT, [round.id, projectId]);
    if (light === undefined) return null;
    const indicators = await manager.query<Row[]>(INDICATORS, [light.id]);
    return {
      ...(JSON.parse(light.inputs) as Omit<AssessmentInput, 'rulePack' | 'indicators'>),
      rulePack: await this.years.rulePack(manager, round.rulePackRef),
      indicators: indicators.map(({ inputs }) => JSON.parse(inputs) as IndicatorToAssess),
    };
  }
}
