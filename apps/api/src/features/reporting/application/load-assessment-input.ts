import type { AssessmentInput } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { FiscalYearRepository, TargetRepository, type StoredTarget } from '../../targets/index.js';
import { TreasuryRepository } from '../../treasury/index.js';
import { JudgedInputQuery } from '../persistence/judged-input.query.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { assessmentInput, reopenedInput } from './assessment-input.js';
import type { ReportContent } from './stored-report.js';

/**
 * Puts together what one report would be judged by today, so that form and submission ask for what the lights ask for. In a
 * locked round that is what it was locked with.
 */
@Injectable()
export class LoadAssessmentInput {
  constructor(
    private readonly targets: TargetRepository,
    private readonly years: FiscalYearRepository,
    private readonly treasury: TreasuryRepository,
    private readonly judged: JudgedInputQuery,
    private readonly clock: Clock,
  ) {}

  async run(
    manager: EntityManager,
    round: MonitoringRound,
    target: StoredTarget,
    report: ReportContent,
  ): Promise<AssessmentInput> {
    const projectId = target.project.id;
    const paid = await this.treasury.ofMonth(manager, [projectId], round.month, round.lockedAt);
    const treasury = paid.get(projectId)?.figures;
    const judged = round.status === 'locked' ? await this.judged.run(manager, round, projectId) : null;
    if (judged !== null) return reopenedInput(judged, report, treasury);
    const adjustments = (await this.targets.adjustmentsOf(manager, [projectId])).get(projectId) ?? [];
    const rulePack = await this.years.rulePack(manager, round.rulePackRef);
    return assessmentInput({ round, today: this.clock.today(), rulePack, target, adjustments, report, treasury });
  }
}
