import { expenditureInForce, roundStatus, treasuryDifference, type IndicatorAnswer } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { chinaDay, Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { PeopleNames, type NameOf } from '../../identity/index.js';
import { ProjectAccess, TargetRepository, type StoredTarget } from '../../targets/index.js';
import { TreasuryRepository, type DeliveredFigures } from '../../treasury/index.js';
import type { ReportView } from '../http/reporting.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import type { ReportReopening } from '../persistence/report-reopening.entity.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { ReportStepRepository, type StepHeading } from '../persistence/report-step.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { LoadAssessmentInput, type KnownOfProjects } from './load-assessment-input.js';
import { PreviousReports, type PreviousReport } from './previous-reports.js';
import type { ReportKey } from './report-access.js';
import { reportWarnings } from './report-warnings.js';
import { NOTHING_REPORTED, type ResultContent, type StoredReport } from './stored-report.js';
import { UnitDeadlines, type UnitDeadline } from './unit-deadlines.js';
import { WritableReports } from './writable-reports.js';

interface KnownOfReports extends KnownOfProjects {
  readonly stored: ReadonlyMap<string, StoredReport>;
  readonly previous: ReadonlyMap<string, PreviousReport>;
}

type Step = ReportView['steps'][number];
type Trails = ReadonlyMap<string, readonly StepHeading[]>;

/** A project's report in a round as the form shows it: version 0 and blanks where nothing is stored yet. */
@Injectable()
export class ReportQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly reports: ReportRepository,
    private readonly previousReports: PreviousReports,
    private readonly steps: ReportStepRepository,
    private readonly treasury: TreasuryRepository,
    private readonly assessment: LoadAssessmentInput,
    private readonly deadlines: UnitDeadlines,
    private readonly catalogue: MessageCatalogue,
    private readonly clock: Clock,
    private readonly writable: WritableReports,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `not-found` for a project out of sight or of another year, `round-not-found` */
  async run(user: CurrentUser, key: ReportKey, locale: Locale): Promise<ReportView> {
    const { project } = await this.access.require(user, key.projectId, 'lights.read');
    if (project.year !== key.year) throw new DomainError('not-found');
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, key.year, key.month);
    const [target] = await this.targets.ofProjects(manager, [key.projectId], round.id);
    if (target === undefined) throw new DomainError('not-found');
    const [view] = await this.views(round, [target], locale);
    if (view === undefined) throw new Error(`The report of project ${key.projectId} vanished while it was read`);
    return view;
  }

  /**
   * The same of many projects in a dozen of statements, in their order, for callers that have decided who may see them.
   * @param known their reports, where the caller has just stored them
   */
  async views(
    round: MonitoringRound,
    targets: readonly StoredTarget[],
    locale: Locale,
    known?: ReadonlyMap<string, StoredReport>,
  ): Promise<readonly ReportView[]> {
    const manager = this.uow.reader;
    const ids = targets.map(({ project }) => project.id);
    const stored = known ?? (await this.reports.ofRound(manager, round.id, ids));
    const paid = await this.treasury.ofMonth(manager, ids, round.month, round.lockedAt);
    const previous = await this.previousReports.run(manager, round, ids);
    const reopened = await this.writable.live(manager, round, ids);
    const units = targets.map(({ project }) => project.organisationId);
    const deadlineOf = await this.deadlines.of(manager, round, units);
    const reports = [...stored.values()];
    const history = await this.history(reports);
    const trails = await this.trails(reports);
    const nameOf = await this.names.of(manager, namesIn(reports, trails));
    const today = this.clock.today();
    const reported = targets.filter(({ project }) => stored.has(project.id));
    const warnings = await this.warnings(round, reported, { stored, previous, paid, deadlineOf }, locale);
    return targets.map((target) => {
      const { id, organisationId } = target.project;
      const report = stored.get(id);
      const before = previous.get(id);
      const steps = (report === undefined ? [] : (trails.get(report.row.id) ?? [])).map((step) =>
        stepView(step, nameOf),
      );
      return {
        ...heading(target, round, today),
        ...deadlineView(deadlineOf(organisationId), report),
        ...contentView(report),
        ...savedView(report, nameOf),
        reopening: reopeningOfReport(reopened.get(id)),
        ...treasuryView(report, paid.get(id)),
        previous: before === undefined ? null : previousView(round.year, before),
        history: report === undefined ? [] : (history.get(report.row.id) ?? []),
        steps,
        lastStep: steps.at(-1) ?? null,
        warnings: warnings.get(id) ?? [],
      };
    });
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

  private trails(stored: readonly StoredReport[]): Promise<Trails> {
    return this.steps.ofReports(
      this.uow.reader,
      stored.map(({ row }) => row.id),
    );
  }

  private async warnings(
    round: MonitoringRound,
    targets: readonly StoredTarget[],
    { stored, previous, ...known }: KnownOfReports,
    locale: Locale,
  ): Promise<ReadonlyMap<string, ReportView['warnings']>> {
    const items = targets.flatMap((target) => {
      const report = stored.get(target.project.id)?.content;
      return report === undefined ? [] : [{ target, report }];
    });
    const inputs = await this.assessment.many(this.uow.reader, round, items, known);
    return new Map(
      items.map(({ target: { project }, report }) => {
        const input = inputs.get(project.id);
        if (input === undefined) return [project.id, []];
        const remarks = reportWarnings(input, report, previous.get(project.id)?.content ?? null);
        return [
          project.id,
          remarks.map(({ indicatorId, required, ...problem }) => ({
            code: problem.code,
            message: this.catalogue.sentence(problem, locale),
            indicatorId,
            required,
          })),
        ];
      }),
    );
  }
}

/** Usernames that reports are shown with; a step keeps the name that who took it had at that time. */
const namesIn = (reports: readonly StoredReport[], trails: Trails): (string | null)[] => [
  ...reports.map(({ row }) => row.updatedBy),
  ...[...trails.values()].flatMap((steps) => steps.map(({ onBehalfOf }) => onBehalfOf)),
];

const stepView = ({ fromState: from, toState: to, ...row }: StepHeading, nameOf: NameOf): Step => {
  const { step, at, actor, actorName, onBehalfOf, message } = row;
  return { step, from, to, at, actor, actorName, onBehalfOf, onBehalfOfName: nameOf(onBehalfOf), message };
};

const heading = ({ project }: StoredTarget, round: MonitoringRound, today: string) => ({
  projectId: project.id,
  projectName: project.name,
  year: round.year,
  month: round.month,
  roundStatus: roundStatus(round, today),
});

const deadlineView = ({ closesOn, passed, reason }: UnitDeadline, stored: StoredReport | undefined) => ({
  closesOn,
  deadlinePassed: passed,
  extensionReason: reason,
  submittedLate: isAfter(stored?.row.submittedAt ?? null, closesOn),
});

/** A late report counts like any other; that it came late is told. */
const isAfter = (submittedAt: string | null, closesOn: string): boolean =>
  submittedAt !== null && chinaDay(new Date(submittedAt)) > closesOn;

const reopeningOfReport = (reopening: ReportReopening | undefined): ReportView['reopening'] =>
  reopening === undefined
    ? null
    : {
        id: reopening.id,
        indicatorId: reopening.lineageId,
        reason: reopening.reason,
        expiresOn: reopening.expiresOn,
        openedBy: reopening.openedBy,
      };

function contentView(stored: StoredReport | undefined) {
  const content = stored?.content ?? NOTHING_REPORTED;
  return {
    status: stored?.row.status ?? ('draft' as const),
    selfApproved: stored?.row.selfApproved ?? false,
    version: stored?.row.version ?? 0,
    expenditureFen: content.expenditure?.expenditureFen ?? null,
    fiscalFen: content.expenditure?.fiscalFen ?? null,
    otherFen: content.expenditure?.otherFen ?? null,
    expectedFullYearFen: content.expectedFullYearFen,
    reasons: [...content.reasons],
    reasonNote: content.reasonNote,
    differenceNote: content.differenceNote,
    results: [...content.results].map(([indicatorId, result]) => resultView(indicatorId, result)),
  };
}

function savedView(stored: StoredReport | undefined, nameOf: NameOf) {
  const updatedBy = stored?.row.updatedBy ?? null;
  return { updatedBy, updatedByName: nameOf(updatedBy), updatedAt: stored?.row.updatedAt ?? null };
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
