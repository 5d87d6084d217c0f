import type { AssessmentInput } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FiscalYearRepository, TargetRepository, type StoredTarget } from '../../targets/index.js';
import { TreasuryRepository, type DeliveredFigures } from '../../treasury/index.js';
import { JudgedInputQuery } from '../persistence/judged-input.query.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { assessmentInput, reopenedInput } from './assessment-input.js';
import type { ReportContent } from './stored-report.js';
import { UnitDeadlines, type UnitDeadline } from './unit-deadlines.js';

/** Of at least the projects that are asked for. */
export interface KnownOfProjects {
  readonly paid?: ReadonlyMap<string, DeliveredFigures>;
  readonly deadlineOf?: (organisationId: string) => UnitDeadline;
}

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
    private readonly deadlines: UnitDeadlines,
    private readonly judged: JudgedInputQuery,
  ) {}

  async run(
    manager: EntityManager,
    round: MonitoringRound,
    target: StoredTarget,
    report: ReportContent,
  ): Promise<AssessmentInput> {
    const inputs = await this.many(manager, round, [{ target, report }]);
    const input = inputs.get(target.project.id);
    if (input === undefined) throw new Error(`Nothing was put together for project ${target.project.id}`);
    return input;
  }

  /** The same for many projects, by project, in a few statements. @param known what the caller has read already */
  async many(
    manager: EntityManager,
    round: MonitoringRound,
    items: readonly { readonly target: StoredTarget; readonly report: ReportContent }[],
    known: KnownOfProjects = {},
  ): Promise<ReadonlyMap<string, AssessmentInput>> {
    const ids = items.map(({ target }) => target.project.id);
    const adjustments = await this.targets.adjustmentsOf(manager, ids);
    const rulePack = await this.years.rulePack(manager, round.rulePackRef);
    const paid = known.paid ?? (await this.treasury.ofMonth(manager, ids, round.month, round.lockedAt));
    const units = items.map(({ target }) => target.project.organisationId);
    const deadlineOf = known.deadlineOf ?? (await this.deadlines.of(manager, round, units));
    const judged = await this.judged.run(manager, round, round.status === 'locked' ? ids : []);
    return new Map(
      items.map(({ target, report }) => {
        const { id, organisationId } = target.project;
        const treasury = paid.get(id)?.figures;
        const kept = judged.get(id);
        if (kept !== undefined) return [id, reopenedInput(kept, report, treasury)] as const;
        const sources = { adjustments: adjustments.get(id) ?? [], treasury };
        const deadlinePassed = deadlineOf(organisationId).passed;
        return [id, assessmentInput({ round, deadlinePassed, rulePack, target, report, ...sources })] as const;
      }),
    );
  }
}
