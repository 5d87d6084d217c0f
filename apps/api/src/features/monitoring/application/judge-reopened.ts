import { assessProject } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { reopenedInput, ReopeningRepository, ReportRepository, type MonitoringRound } from '../../reporting/index.js';
import { FiscalYearRepository } from '../../targets/index.js';
import { TreasuryRepository } from '../../treasury/index.js';
import { LightRepository } from '../persistence/light.repository.js';
import { judgedInput, lightRows, type LightRows } from './light-rows.js';

/**
 * Judges projects of a locked round anew that are reopened, or were: by the targets, the budget, the rules and the treasury's
 * figures of the lock, with only the report as it is now (R49). All others keep their lights, whatever asks for them.
 */
@Injectable()
export class JudgeReopened {
  constructor(
    private readonly reopenings: ReopeningRepository,
    private readonly years: FiscalYearRepository,
    private readonly reports: ReportRepository,
    private readonly treasury: TreasuryRepository,
    private readonly lights: LightRepository,
    private readonly clock: Clock,
  ) {}

  /** A reopening that has ended counts as well: what was put back must be judged as it was. */
  async run(
    manager: EntityManager,
    round: MonitoringRound,
    projectIds: readonly string[],
  ): Promise<readonly LightRows[]> {
    const reopened = await this.reopenings.everOf(manager, round.id, projectIds);
    const stored = await this.lights.ofProjects(manager, round.id, [...reopened]);
    const ids = [...stored.keys()];
    const reports = await this.reports.ofRound(manager, round.id, ids);
    const paid = await this.treasury.ofMonth(manager, ids, round.month, round.lockedAt);
    const rulePack = await this.years.rulePack(manager, round.rulePackRef);
    const computedAt = this.clock.now();
    return [...stored].map(([id, rows]) => {
      const { organisationId, targetVersion } = rows.project;
      const project = { id, organisationId };
      const treasury = paid.get(id)?.figures;
      const input = reopenedInput(judgedInput(rows, rulePack), reports.get(id)?.content, treasury);
      return lightRows(
        { roundId: round.id, project, targetVersion, input, assessment: assessProject(input) },
        computedAt,
      );
    });
  }
}
