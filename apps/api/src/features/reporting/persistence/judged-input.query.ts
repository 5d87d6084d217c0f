import type { AssessmentInput, IndicatorToAssess } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { FiscalYearRepository } from '../../targets/index.js';
import type { MonitoringRound } from './monitoring-round.entity.js';

interface Light {
  readonly id: string;
  readonly projectId: string;
  readonly inputs: string;
}

interface IndicatorRow {
  readonly lightId: string;
  readonly inputs: string;
}

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 1000;
const projectsSql = (count: number): string =>
  `select id as id, project_id as projectId, inputs as inputs from project_light
   where round_id = ? and project_id in (${placeholders(count)})`;
/** Ids are made in order of creation, so the indicators come as they stand in the target. */
const indicatorsSql = (count: number): string =>
  `select project_light_id as lightId, inputs as inputs from indicator_light
   where project_light_id in (${placeholders(count)}) order by id`;

/** What the lights of projects in a round were last judged by: in a locked round the targets, budget and rules it keeps (R49). */
@Injectable()
export class JudgedInputQuery {
  constructor(private readonly years: FiscalYearRepository) {}

  /** @returns by project; nothing of one that has no lights in the round */
  async run(
    manager: EntityManager,
    round: Pick<MonitoringRound, 'id' | 'rulePackRef'>,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, AssessmentInput>> {
    const judged = new Map<string, AssessmentInput>();
    if (projectIds.length === 0) return judged;
    const rulePack = await this.years.rulePack(manager, round.rulePackRef);
    for (let start = 0; start < projectIds.length; start += CHUNK) {
      const ids = projectIds.slice(start, start + CHUNK);
      const lights = await manager.query<Light[]>(projectsSql(ids.length), [round.id, ...ids]);
      const indicators = await this.indicatorsOf(manager, lights);
      for (const { id, projectId, inputs } of lights) {
        const project = JSON.parse(inputs) as Omit<AssessmentInput, 'rulePack' | 'indicators'>;
        judged.set(projectId, { ...project, rulePack, indicators: indicators.get(id) ?? [] });
      }
    }
    return judged;
  }

  private async indicatorsOf(
    manager: EntityManager,
    lights: readonly Light[],
  ): Promise<ReadonlyMap<string, readonly IndicatorToAssess[]>> {
    const byLight = new Map<string, IndicatorToAssess[]>(lights.map(({ id }) => [id, []]));
    if (lights.length === 0) return byLight;
    const rows = await manager.query<IndicatorRow[]>(indicatorsSql(lights.length), [...byLight.keys()]);
    for (const { lightId, inputs } of rows) byLight.get(lightId)?.push(JSON.parse(inputs) as IndicatorToAssess);
    return byLight;
  }
}
