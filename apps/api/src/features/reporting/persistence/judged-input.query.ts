import { expandIndicator, type AssessmentInput } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { FiscalYearRepository } from '../../targets/index.js';
import type { MonitoringRound } from './monitoring-round.entity.js';

interface Light {
  readonly projectId: string;
  readonly inputs: string;
  readonly indicators: string;
}

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 1000;
const lightsSql = (count: number): string =>
  `select project_id as projectId, inputs as inputs, indicators as indicators from project_light
   where round_id = ? and project_id in (${placeholders(count)})`;

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
      for (const light of await manager.query<Light[]>(lightsSql(ids.length), [round.id, ...ids])) {
        const inputs = JSON.parse(light.inputs) as Omit<AssessmentInput, 'rulePack' | 'indicators'>;
        const indicators = JSON.parse(light.indicators) as readonly Parameters<typeof expandIndicator>[0][];
        judged.set(light.projectId, {
          ...inputs,
          rulePack,
          indicators: indicators.map((each) => expandIndicator(each).inputs),
        });
      }
    }
    return judged;
  }
}
