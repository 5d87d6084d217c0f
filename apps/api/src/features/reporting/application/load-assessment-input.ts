import type { AssessmentInput } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { FiscalYearRepository, TargetRepository, type StoredTarget } from '../../targets/index.js';
import { TreasuryRepository } from '../../treasury/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { assessmentInput } from './assessment-input.js';
import type { ReportContent } from './stored-report.js';

/** Puts together what one report would be judged by today, so that form and submission ask for what the lights ask for. */
@Injectable()
export class LoadAssessmentInput {
  constructor(
    private readonly targets: TargetRepository,
    private readonly years: FiscalYearRepository,
    private readonly treasury: TreasuryRepository,
    private readonly clock: Clock,
  ) {}

  async run(
    manager: EntityManager,
    round: MonitoringRound,
    target: StoredTarget,
    report: ReportContent,
  ): Promise<AssessmentInput> {
    const contents = new Map([[target.project.id, report]]);
    const [input] = await this.many(manager, round, [target], contents);
    if (input === undefined) throw new Error(`Nothing to judge project ${target.project.id} by`);
    return input;
  }

  /** The same of many projects in three statements, in their order. @param reports by project; what lacks there is blank */
  async many(
    manager: EntityManager,
    round: MonitoringRound,
    targets: readonly StoredTarget[],
    reports: ReadonlyMap<string, ReportContent>,
  ): Promise<readonly AssessmentInput[]> {
    if (targets.length === 0) return [];
    const ids = targets.map(({ project }) => project.id);
    const adjustments = await this.targets.adjustmentsOf(manager, ids);
    const rulePack = await this.years.rulePack(manager, round.rulePackRef);
    const paid = await this.treasury.ofMonth(manager, ids, round.month, round.lockedAt);
    const today = this.clock.today();
    return targets.map((target) => {
      const { id } = target.project;
      const treasury = paid.get(id)?.figures;
      const sources = { round, today, rulePack, target, adjustments: adjustments.get(id) ?? [] };
      return assessmentInput({ ...sources, report: reports.get(id), treasury });
    });
  }
}
