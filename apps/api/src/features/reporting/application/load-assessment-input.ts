import type { AssessmentInput } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FiscalYearRepository, TargetRepository, type StoredTarget } from '../../targets/index.js';
import { TreasuryRepository } from '../../treasury/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { assessmentInput } from './assessment-input.js';
import type { ReportContent } from './stored-report.js';
import { UnitDeadlines } from './unit-deadlines.js';

/** Puts together what one report would be judged by today, so that form and submission ask for what the lights ask for. */
@Injectable()
export class LoadAssessmentInput {
  constructor(
    private readonly targets: TargetRepository,
    private readonly years: FiscalYearRepository,
    private readonly treasury: TreasuryRepository,
    private readonly deadlines: UnitDeadlines,
  ) {}

  async run(
    manager: EntityManager,
    round: MonitoringRound,
    target: StoredTarget,
    report: ReportContent,
  ): Promise<AssessmentInput> {
    const projectId = target.project.id;
    const adjustments = (await this.targets.adjustmentsOf(manager, [projectId])).get(projectId) ?? [];
    const rulePack = await this.years.rulePack(manager, round.rulePackRef);
    const paid = await this.treasury.ofMonth(manager, [projectId], round.month, round.lockedAt);
    const treasury = paid.get(projectId)?.figures;
    const deadline = await this.deadlines.ofUnit(manager, round, target.project.organisationId);
    return assessmentInput({ round, deadlinePassed: deadline.passed, rulePack, target, adjustments, report, treasury });
  }
}
