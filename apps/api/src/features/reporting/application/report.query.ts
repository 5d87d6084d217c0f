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
    const [target] = await this.targets.ofProjects(manager, [key.projectId]);
    if (target === undefined) throw new DomainError('not-found');
    const [view] = await this.views(round, [target], locale);
    if (view === undefined) throw new Error(`The report of project ${key.projectId} vanished while it was read`);
    return view;
  }

  /** The same of many projects in a dozen of statements, in their order, for callers that have decided who may see them. */
  async views(
    round: MonitoringRound,
    targets: readonly StoredTarget[],
    locale: Locale,
  ): Promise<readonly ReportView[]> {
    const manager = this.uow.reader;
    const ids = targets.map(({ project }) => project.id);
    const stored = await this.reports.ofRound(manager, round.id, ids);
    const paid = await this.treasury.ofMonth(manager, ids, round.month, round.lockedAt);
    const previous = await this.previous(round, ids);
    const history = await this.history([...stored.values()]);
    const reported = targets.filter(({ project }) => stored.has(project.id));
    const warnings = await this.warnings(round, reported, stored, previous, locale);
    return targets.map((target) => {
      const { id } = target.project;
      const report = stored.get(id);
      const before = previous.get(id);
      return {
        ...heading(target, round),
        ...contentView(report),
        ...treasuryView(report, paid.get(id)),
        previous: before === undefined ? null : previousView(round.year, before),
        history: report === undefined ? [] : (history.get(report.row.id) ?? []),
        warnings: warnings.get(id) ?? [],
      };
    });
  }

  /** The report of the last earlier round of the year that has one, by project. */
  private async previous(
    { year, month }: MonitoringRound,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, PreviousReport>> {
    const manager = this.uow.reader;
    const found = new Map<string, PreviousReport>();
    for (const earlier of await this.rounds.before(manager, year, month)) {
      const open = projectIds.filter((id) => !found.has(id));
      if (open.length === 0) break;
      const reports = await this.reports.ofRound(manager, earlier.id, open);
      for (const [id, { content }] of reports) found.set(id, { month: earlier.month, content });
    }
    return found;
  }

  private async history(stored: readonly StoredReport[]): Promise<ReadonlyMap<string, ReportView['history']>> {
    const groups = new Map<string, ReportView['history'][number][]>();
    const rows = await this.reports.histories(
      this.uow.reader,
      stored.map(({ row }) => row.id),
    );
    for (const { reportId, expenditureFen, fiscalFen, otherFen, recordedAt, recordedBy, supersededAt } of rows) {
      const group = groups.get(reportId) ?? [];
      group.push({ expenditureFen, fiscalFen, otherFen, recordedAt, recordedBy, supersededAt });
      groups.set(reportId, group);
    }
    return groups;
  }

  private async warnings(
    round: MonitoringRound,
    targets: readonly StoredTarget[],
    stored: ReadonlyMap<string, StoredReport>,
    previous: ReadonlyMap<string, PreviousReport>,
    locale: Locale,
  ): Promise<ReadonlyMap<string, ReportView['warnings']>> {
    const contents = new Map([...stored].map(([id, { content }]) => [id, content]));
    const inputs = await this.assessment.many(this.uow.reader, round, targets, contents);
    return new Map(
      targets.map(({ project: { id } }, index) => {
        const input = inputs[index];
        const content = contents.get(id);
        if (input === undefined || content === undefined) return [id, []];
        const remarks = reportWarnings(input, content, previous.get(id)?.content ?? null);
        return [
          id,
          remarks.map(({ indicatorId, ...problem }) => ({
            code: problem.code,
            message: this.catalogue.sentence(problem, locale),
            indicatorId,
          })),
        ];
      }),
    );
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
