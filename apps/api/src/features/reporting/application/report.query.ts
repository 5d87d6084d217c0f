import { expenditureInForce, treasuryDifference, type IndicatorAnswer } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { ProjectAccess, TargetRepository, type StoredTarget } from '../../targets/index.js';
import { TreasuryRepository, type DeliveredFigures } from '../../treasury/index.js';
import type { ReportView } from '../http/reporting.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { LoadAssessmentInput } from './load-assessment-input.js';
import type { ReportKey } from './report-access.js';
import { reportWarnings } from './report-warnings.js';
import { NOTHING_REPORTED, type ReportContent, type ResultContent, type StoredReport } from './stored-report.js';

const PREVIOUS = `
  select r.id as roundId, r.month as month
  from monitoring_round r join project_report p on p.round_id = r.id
  where r.year = ? and r.month < ? and p.project_id = ?
  order by r.month desc limit 1`;

interface PreviousReport {
  readonly month: number;
  readonly content: ReportContent;
}

/** A project's report in a round as the form shows it: version 0 and blanks where nothing is stored yet. */
@Injectable()
export class ReportQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly reports: ReportRepository,
    private readonly treasury: TreasuryRepository,
    private readonly assessment: LoadAssessmentInput,
    private readonly catalogue: MessageCatalogue,
  ) {}

  /** @throws DomainError `not-found` for a project out of sight or of another year, `round-not-found` */
  async run(user: CurrentUser, key: ReportKey, locale: Locale): Promise<ReportView> {
    const { project } = await this.access.require(user, key.projectId, 'lights.read');
    if (project.year !== key.year) throw new DomainError('not-found');
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, key.year, key.month);
    const [target] = await this.targets.ofProjects(manager, [key.projectId], round.id);
    if (target === undefined) throw new DomainError('not-found');
    const stored = (await this.reports.ofRound(manager, round.id, [key.projectId])).get(key.projectId);
    const paid = await this.treasury.ofMonth(manager, [key.projectId], key.month, round.lockedAt);
    const previous = await this.previous(key);
    return {
      ...heading(target, round),
      ...contentView(stored),
      ...treasuryView(stored, paid.get(key.projectId)),
      previous: previous && previousView(key.year, previous),
      history: await this.history(stored),
      warnings: stored === undefined ? [] : await this.warnings(round, target, stored, previous, locale),
    };
  }

  private async previous({ year, month, projectId }: ReportKey): Promise<PreviousReport | null> {
    const manager = this.uow.reader;
    const [row] = await manager.query<{ roundId: string; month: number }[]>(PREVIOUS, [year, month, projectId]);
    if (row === undefined) return null;
    const stored = (await this.reports.ofRound(manager, row.roundId, [projectId])).get(projectId);
    return stored === undefined ? null : { month: row.month, content: stored.content };
  }

  private async history(stored: StoredReport | undefined): Promise<ReportView['history']> {
    if (stored === undefined) return [];
    const rows = await this.reports.history(this.uow.reader, stored.row.id);
    return rows.map(({ expenditureFen, fiscalFen, otherFen, recordedAt, recordedBy, supersededAt }) => ({
      expenditureFen,
      fiscalFen,
      otherFen,
      recordedAt,
      recordedBy,
      supersededAt,
    }));
  }

  private async warnings(
    round: MonitoringRound,
    target: StoredTarget,
    stored: StoredReport,
    previous: PreviousReport | null,
    locale: Locale,
  ): Promise<ReportView['warnings']> {
    const input = await this.assessment.run(this.uow.reader, round, target, stored.content);
    return reportWarnings(input, stored.content, previous?.content ?? null).map(({ indicatorId, ...problem }) => ({
      code: problem.code,
      message: this.catalogue.sentence(problem, locale),
      indicatorId,
    }));
  }
}

const heading = ({ project }: StoredTarget, round: MonitoringRound) => ({
  projectId: project.id,
  projectName: project.name,
  year: round.year,
  month: round.month,
  roundStatus: round.status,
});

function contentView(stored: StoredReport | undefined) {
  const content = stored?.content ?? NOTHING_REPORTED;
  return {
    status: stored?.row.status ?? ('draft' as const),
    version: stored?.row.version ?? 0,
    expenditureFen: content.expenditure?.expenditureFen ?? null,
    fiscalFen: content.expenditure?.fiscalFen ?? null,
    otherFen: content.expenditure?.otherFen ?? null,
    expectedFullYearFen: content.expectedFullYearFen,
    reasons: [...content.reasons],
    reasonNote: content.reasonNote,
    differenceNote: content.differenceNote,
    results: [...content.results].map(([indicatorId, result]) => resultView(indicatorId, result)),
    updatedBy: stored?.row.updatedBy ?? null,
    updatedAt: stored?.row.updatedAt ?? null,
  };
}

function treasuryView(stored: StoredReport | undefined, paid: DeliveredFigures | undefined) {
  const own = stored?.content.expenditure ?? null;
  const inForce = expenditureInForce(own, paid?.figures ?? null);
  return {
    treasury: paid === undefined ? null : { ...paid.figures, deliveredAt: paid.recordedAt },
    inForceFen: inForce.expenditureFen,
    expenditureSource: inForce.source,
    difference: treasuryDifference(own, paid?.figures ?? null),
  };
}

const resultView = (indicatorId: string, { answer, ...result }: ResultContent): ReportView['results'][number] => ({
  indicatorId,
  value: answer?.type === 'value' ? answer.value : null,
  outcome: answer?.type === 'outcome' ? answer.outcome : null,
  doneOn: answer?.type === 'doneOn' ? answer.doneOn : null,
  notDone: answer?.type === 'notDone',
  noData: answer?.type === 'noData' ? answer.why : null,
  text: result.text,
  expected: result.expected,
  reasons: [...result.reasons],
  reasonNote: result.reasonNote,
  likelihood: result.likelihood,
  note: result.note,
});

const previousView = (year: number, { month, content }: PreviousReport): ReportView['previous'] => ({
  year,
  month,
  expenditureFen: content.expenditure?.expenditureFen ?? null,
  results: [...content.results].map(([indicatorId, { answer }]) => ({ indicatorId, value: numberOf(answer) })),
});

const numberOf = (answer: IndicatorAnswer | null): number | null => (answer?.type === 'value' ? answer.value : null);
