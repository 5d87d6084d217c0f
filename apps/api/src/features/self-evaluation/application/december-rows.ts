import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LightRows } from '../../monitoring/index.js';
import { ReportRepository } from '../../reporting/index.js';
import { TargetRepository } from '../../targets/index.js';
import type { EvaluationYear } from '../persistence/evaluation-year.entity.js';
import { FinalAccountRepository } from '../persistence/final-account.repository.js';
import type { DecemberOf } from './drafted-evaluation.js';

/** What the round of December keeps of some hundred projects, beside their lights. */
@Injectable()
export class DecemberRows {
  constructor(
    private readonly targets: TargetRepository,
    private readonly reports: ReportRepository,
    private readonly accounts: FinalAccountRepository,
  ) {}

  /** In the order of the lights; a project without targets in the round is left out. */
  async of(
    manager: EntityManager,
    { roundId }: Pick<EvaluationYear, 'roundId'>,
    some: readonly LightRows[],
  ): Promise<readonly DecemberOf[]> {
    const ids = some.map(({ project }) => project.projectId);
    const targets = await this.targets.ofProjects(manager, ids, roundId);
    const targetOf = new Map(targets.map((target) => [target.project.id, target]));
    const adjustments = await this.targets.adjustmentsOf(manager, ids);
    const reports = await this.reports.ofRound(manager, roundId, ids);
    const accounts = await this.accounts.current(manager, ids);
    return some.flatMap((lights) => {
      const id = lights.project.projectId;
      const target = targetOf.get(id);
      if (target === undefined) return [];
      const basis = { lights, target, report: reports.get(id), account: accounts.get(id) };
      return [{ ...basis, adjustments: adjustments.get(id) ?? [] }];
    });
  }
}
