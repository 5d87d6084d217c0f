import type { ReportStep as Step } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { ProjectAccess, TargetRepository } from '../../targets/index.js';
import type { ReportChanges } from '../http/steps.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { ReportStepRepository } from '../persistence/report-step.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { PreviousReports } from './previous-reports.js';
import type { ReportKey } from './report-access.js';
import { reportDifferences } from './report-differences.js';
import { fieldText } from './report-field-text.js';
import { NOTHING_REPORTED, type ReportContent, type StoredReport } from './stored-report.js';

type Since = ReportChanges['since'];

/** Steps whose content counts as the earlier one. */
const STEPS: Readonly<Record<Exclude<Since, 'lastRound'>, readonly Step[]>> = {
  approval: ['approve', 'accept'],
  return: ['return', 'reopen'],
};

interface Earlier {
  readonly baseline: NonNullable<ReportChanges['baseline']>;
  readonly content: ReportContent;
}

/** How a report differs from what was approved, from what was returned, or from the last round. */
@Injectable()
export class ReportChangesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly reports: ReportRepository,
    private readonly steps: ReportStepRepository,
    private readonly previousReports: PreviousReports,
  ) {}

  /** @throws DomainError `not-found` for a project out of sight or of another year, `round-not-found` */
  async run(user: CurrentUser, key: ReportKey, since: Since, locale: Locale): Promise<ReportChanges> {
    const { project } = await this.access.require(user, key.projectId, 'lights.read');
    if (project.year !== key.year) throw new DomainError('not-found');
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, key.year, key.month);
    const stored = (await this.reports.ofRound(manager, round.id, [project.id])).get(project.id);
    const earlier = await this.earlier(round, project.id, stored, since);
    if (earlier === null) return { since, baseline: null, items: [] };
    const nameOf = await this.indicatorNames(project.id, round.id);
    const differences = reportDifferences(earlier.content, stored?.content ?? NOTHING_REPORTED);
    return {
      since,
      baseline: earlier.baseline,
      items: differences.map(({ indicatorId, field, before, after }) => ({
        indicatorId,
        indicator: indicatorId === null ? null : (nameOf.get(indicatorId) ?? null),
        field,
        before: fieldText(field, before, locale),
        after: fieldText(field, after, locale),
      })),
    };
  }

  private async earlier(
    round: MonitoringRound,
    projectId: string,
    stored: StoredReport | undefined,
    since: Since,
  ): Promise<Earlier | null> {
    const manager = this.uow.reader;
    if (since === 'lastRound') {
      const previous = (await this.previousReports.run(manager, round, [projectId])).get(projectId);
      return previous === undefined
        ? null
        : { baseline: { month: previous.month, step: null }, content: previous.content };
    }
    if (stored === undefined) return null;
    const found = (await this.steps.baselines(manager, [stored.row.id], STEPS[since])).get(stored.row.id);
    if (found === undefined) return null;
    const { step, at, actor, actorName, message } = found.step;
    return { baseline: { month: null, step: { step, at, actor, actorName, message } }, content: found.content };
  }

  private async indicatorNames(projectId: string, roundId: string): Promise<ReadonlyMap<string, string>> {
    const [target] = await this.targets.ofProjects(this.uow.reader, [projectId], roundId);
    return new Map((target?.content.indicators ?? []).map(({ lineageId, name }) => [lineageId, name]));
  }
}
