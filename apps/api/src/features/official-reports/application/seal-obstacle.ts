import type { Problem } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganisationRepository } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { EvaluationSurroundings } from '../persistence/evaluation-surroundings.query.js';
import type { OfficialReportVersion } from '../persistence/official-report-version.entity.js';
import type { OfficialReport } from '../persistence/official-report.entity.js';

/** So many self-evaluations are named, the rest is counted. */
const NAMED = 5;

/** Why a report cannot be sealed yet, whoever does it, as far as that is told without drafting it again. */
@Injectable()
export class SealObstacle {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly organisations: OrganisationRepository,
    private readonly surroundings: EvaluationSurroundings,
  ) {}

  /** @returns null where nothing is in the way */
  async of(
    manager: EntityManager,
    report: OfficialReport,
    { settled }: Pick<OfficialReportVersion, 'settled'>,
  ): Promise<Problem | null> {
    const open =
      report.kind === 'monitoring'
        ? await this.openRound(manager, report)
        : await this.openEvaluations(manager, report);
    if (open !== null) return open;
    return settled ? null : { code: 'official-report-outdated' };
  }

  private async openRound(manager: EntityManager, { year, month }: OfficialReport): Promise<Problem | null> {
    const { status } = await this.rounds.require(manager, year, month);
    return status === 'locked' ? null : { code: 'official-report-round-open', params: { year, month } };
  }

  private async openEvaluations(
    manager: EntityManager,
    { year, organisationId }: OfficialReport,
  ): Promise<Problem | null> {
    const organisation = await this.organisations.byId(organisationId, manager);
    const open = organisation === null ? [] : await this.surroundings.open(manager, year, organisation.path);
    if (open.length === 0) return null;
    const projects = open.slice(0, NAMED).join('、');
    return { code: 'official-report-evaluations-open', params: { count: open.length, projects } };
  }
}
