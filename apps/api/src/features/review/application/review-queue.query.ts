import { explainProject, treasuryDifference, type ReportAnomaly } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { PeopleNames } from '../../identity/index.js';
import type { StoredProjectAssessment } from '../../monitoring/index.js';
import { OrganisationRepository } from '../../organisations/index.js';
import {
  checkStep,
  PreviousReports,
  reportDifferences,
  ReportRepository,
  RoundRepository,
  type MonitoringRound,
  type PreviousReport,
  type StoredReport,
} from '../../reporting/index.js';
import { ProjectAccess, type ProjectPlace } from '../../targets/index.js';
import { TreasuryRepository, type DeliveredFigures } from '../../treasury/index.js';
import type { ReviewPage, ReviewQuery } from '../http/review.dto.js';
import { WaitingReportsQuery, type ReviewScope, type WaitingReport } from '../persistence/waiting-reports.query.js';

type Item = Omit<ReviewPage['items'][number], 'submittedByName' | 'submittedForName'>;

/** What is known of one waiting report besides its row in the queue. */
interface Known {
  readonly stored: StoredReport;
  readonly place: ProjectPlace;
  readonly previous: PreviousReport | undefined;
  readonly paid: DeliveredFigures | undefined;
}

/** Reports that wait for the caller: handed in where he approves, approved where he accepts. */
@Injectable()
export class ReviewQueueQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly waiting: WaitingReportsQuery,
    private readonly reports: ReportRepository,
    private readonly previousReports: PreviousReports,
    private readonly treasury: TreasuryRepository,
    private readonly projects: ProjectAccess,
    private readonly organisations: OrganisationRepository,
    private readonly catalogue: MessageCatalogue,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(
    user: CurrentUser,
    { year, month }: Pick<MonitoringRound, 'year' | 'month'>,
    query: ReviewQuery,
    locale: Locale,
  ): Promise<ReviewPage> {
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, year, month);
    const scope = await this.scope(user, query.organisationId);
    const counts = await this.waiting.counts(manager, round.id, scope, query);
    const rows = await this.waiting.page(manager, round.id, scope, query);
    const known = await this.known(user, round, rows);
    const found = rows.flatMap((row) => {
      const of = known(row.projectId);
      return of === null ? [] : [this.item(user, row, of, locale)];
    });
    const items = await this.names.beside(manager, found, 'submittedBy', 'submittedFor');
    const { page, size } = query;
    return { items, total: counts.submitted + counts.unitApproved, page, size, waiting: counts };
  }

  /** Both permissions count below the chosen organisation; it has to be within reach of one of them. */
  private async scope(user: CurrentUser, organisationId: string | undefined): Promise<ReviewScope> {
    const scope = { approve: scopeOf(user, 'reports.approve'), accept: scopeOf(user, 'reports.accept') };
    if (organisationId === undefined) return scope;
    const chosen = await this.organisations.byId(organisationId);
    const below = (paths: readonly string[]): readonly string[] =>
      chosen !== null && paths.some((path) => chosen.path.startsWith(path)) ? [chosen.path] : [];
    const narrowed = { approve: below(scope.approve), accept: below(scope.accept) };
    if (narrowed.approve.length + narrowed.accept.length === 0) throw new DomainError('not-found');
    return narrowed;
  }

  /** Everything about the reports of one page, by a few statements. */
  private async known(user: CurrentUser, round: MonitoringRound, rows: readonly WaitingReport[]) {
    const manager = this.uow.reader;
    const ids = rows.map(({ projectId }) => projectId);
    const stored = await this.reports.ofRound(manager, round.id, ids);
    const places = await this.projects.places(manager, user, ids);
    const previous = await this.previousReports.run(manager, round, ids);
    const paid = await this.treasury.ofMonth(manager, ids, round.month, round.lockedAt);
    return (id: string): Known | null => {
      const [report, place] = [stored.get(id), places.get(id)];
      if (report === undefined || place === undefined) return null;
      return { stored: report, place, previous: previous.get(id), paid: paid.get(id) };
    };
  }

  private item(user: CurrentUser, row: WaitingReport, known: Known, locale: Locale): Item {
    const { stored, previous, paid } = known;
    const { assessment: text, ...heading } = row;
    const assessment = text === null ? null : (JSON.parse(text) as StoredProjectAssessment);
    return {
      ...heading,
      version: stored.row.version,
      submittedBy: stored.row.submittedBy,
      submittedFor: stored.row.submittedFor,
      selfApproved: stored.row.selfApproved,
      light: assessment?.light ?? null,
      spendLight: assessment?.spend.light ?? null,
      goalLight: assessment?.goals.light ?? null,
      explanation: assessment && explainProject(assessment, locale),
      adjustedBudgetFen: assessment?.spend.adjustedBudgetFen ?? null,
      executionRate: assessment?.spend.executionRate ?? null,
      expenditureFen: stored.content.expenditure?.expenditureFen ?? null,
      previous: previous
        ? { month: previous.month, expenditureFen: previous.content.expenditure?.expenditureFen ?? null }
        : null,
      resultsChanged: previous ? resultsChanged(previous, stored) : null,
      anomalies: anomaliesNow(stored, paid),
      changedFields: stored.row.changedFields,
      refusal: this.refusal(user, row, known, locale),
    };
  }

  private refusal(user: CurrentUser, { status }: WaitingReport, { stored, place }: Known, locale: Locale) {
    try {
      checkStep(user, status === 'submitted' ? 'approve' : 'accept', { place, row: stored.row });
      return null;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { code: error.code, message: this.catalogue.sentence(error, locale) };
    }
  }
}

const resultsChanged = ({ content }: PreviousReport, stored: StoredReport): number =>
  reportDifferences(content, stored.content).filter(({ field }) => field === 'result').length;

/** What was found when the report was handed in, and the treasury's figure as it is now: it may have come since. */
function anomaliesNow({ row, content }: StoredReport, paid: DeliveredFigures | undefined): ReportAnomaly[] {
  const differs = treasuryDifference(content.expenditure, paid?.figures ?? null) !== null;
  const found = row.anomalies.filter((anomaly) => anomaly !== 'treasuryDiffers');
  return differs ? [...found, 'treasuryDiffers'] : found;
}
