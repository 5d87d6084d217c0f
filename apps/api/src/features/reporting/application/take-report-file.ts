import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAmong, type Actor, type CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { ProjectAccess } from '../../targets/index.js';
import type { ReportFileResult } from '../http/report-files.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { PlanReportFile, type PlannedChange, type ReportFilePlan } from './plan-report-file.js';
import { fieldText } from './report-field-text.js';
import { placeText } from './report-file/place.js';
import { issuePath, type ReadReport } from './report-file/read-report.js';
import { ReportUploads } from './report-uploads.js';
import { inWorkbookThread } from './report-workbook/workbook-apart.js';
import type { WorkbookTasks } from './report-workbook/workbook-tasks.js';
import { StampCheck } from './stamp-check.js';
import { StoreReports } from './store-reports.js';
import { WritableReports } from './writable-reports.js';

export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface TakeOptions {
  readonly dryRun: boolean;
  readonly locale: Locale;
  readonly remoteAddress?: string;
  /** Whether a refused sheet is kept with its errors; true where not said. */
  readonly keepRefused?: boolean;
}

type RoundKey = Pick<MonitoringRound, 'year' | 'month'>;

/** Changes and issues that an answer lists; the counts and the annotated workbook are complete. */
const MOST_LISTED = 1000;

/**
 * Takes in a report file (`.json`, `.csv`, `.xlsx`, the template or any other), all of it or nothing. What the file leaves
 * blank stays as it is stored. A refused sheet is kept with the errors written into it.
 */
@Injectable()
export class TakeReportFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: ProjectAccess,
    private readonly stamps: StampCheck,
    private readonly plan: PlanReportFile,
    private readonly store: StoreReports,
    private readonly uploads: ReportUploads,
    private readonly catalogue: MessageCatalogue,
    private readonly writable: WritableReports,
  ) {}

  /**
   * @throws DomainError `round-not-found`, `round-locked`, `round-not-open`, `document-too-complex` or
   *   `reading-took-too-long` for a hostile file, or `report-file-refused` with every issue and, where the file is a
   *   sheet, the `workbookId` under which it is kept with its errors
   */
  async run(user: CurrentUser, key: RoundKey, file: ReportFile, options: TakeOptions): Promise<ReportFileResult> {
    const round = await this.rounds.require(this.uow.reader, key.year, key.month);
    await this.writable.requireAny(this.uow.reader, round);
    const read = await inWorkbookThread('read', file.name, file.bytes);
    const done = await this.carryOut(user, round, read, options);
    if (done.plan.issues.length > 0) throw await this.refusal(user, round, file, done.plan, options);
    return this.result(read, done, options);
  }

  private async carryOut(user: CurrentUser, { year, month }: RoundKey, read: ReadReport, options: TakeOptions) {
    const plan = (manager: EntityManager, round: MonitoringRound) => this.planned(manager, user, round, read, options);
    if (options.dryRun) {
      const { reader } = this.uow;
      return { plan: await plan(reader, await this.rounds.require(reader, year, month)), jobIds: [] };
    }
    return this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'shared');
      await this.writable.requireAny(manager, round);
      const made = await plan(manager, round);
      if (made.issues.length > 0 || made.items.length === 0) return { plan: made, jobIds: [] };
      const ids = made.items.map(({ projectId }) => projectId);
      const onBehalfOf = await this.access.principals(manager, user, 'reports.write', ids);
      const writer = { username: user.username, onBehalfOf };
      const { jobIds } = await this.store.run(manager, round, made.items, writer, options.remoteAddress);
      return { plan: made, jobIds: [...jobIds] };
    });
  }

  /** A template of another round or unit would be wrong in every cell, so that is all that is said of it. */
  private async planned(
    manager: EntityManager,
    user: CurrentUser,
    round: MonitoringRound,
    read: ReadReport,
    { dryRun }: TakeOptions,
  ): Promise<ReportFilePlan> {
    const foreign = await this.stamps.run(manager, user, round, read.stamp);
    if (foreign !== null) return { items: [], changes: [], warnings: [], issues: [foreign] };
    return this.plan.run(manager, user, round, read, { lock: !dryRun });
  }

  private async refusal(
    user: CurrentUser,
    round: MonitoringRound,
    file: ReportFile,
    plan: ReportFilePlan,
    { locale, remoteAddress, keepRefused = true }: TakeOptions,
  ): Promise<DomainError> {
    const { issues } = plan;
    const worded = issues.map((issue) => ({ place: issue.place, sentence: this.catalogue.sentence(issue, locale) }));
    const workbook = keepRefused ? await annotated(file, worded, locale) : null;
    const kept = workbook && { roundId: round.id, ...workbook, issues: issues.length };
    const workbookId = kept && (await this.uploads.keep(await this.uploader(user, plan), kept, remoteAddress));
    const listed = issues.slice(0, MOST_LISTED).map((issue) => ({ ...issue, path: issuePath(issue) }));
    return new DomainError('report-file-refused', { file: file.name, issues: issues.length, workbookId }, listed);
  }

  /** Who uploads a file, and for whom: as far as it is understood, for whom it would report. */
  private async uploader(user: CurrentUser, { items }: ReportFilePlan): Promise<Actor> {
    const ids = items.map(({ projectId }) => projectId);
    const [principal] = (await this.access.principals(this.uow.reader, user, 'reports.write', ids)).values();
    return principal === undefined
      ? actorAmong(user, 'reports.write', [])
      : { actor: user.username, onBehalfOf: principal };
  }

  private result(
    { projects }: ReadReport,
    { plan, jobIds }: { readonly plan: ReportFilePlan; readonly jobIds: string[] },
    { dryRun, locale }: TakeOptions,
  ): ReportFileResult {
    return {
      dryRun,
      projects: projects.length,
      results: projects.reduce((sum, { results }) => sum + results.filter(({ input }) => isAnswered(input)).length, 0),
      changedProjects: plan.items.length,
      changeCount: plan.changes.length,
      changes: plan.changes.slice(0, MOST_LISTED).map((change) => changeView(change, locale)),
      warnings: plan.warnings.slice(0, MOST_LISTED).map((warning) => ({
        path: issuePath(warning),
        code: warning.code,
        message: this.catalogue.sentence(warning, locale),
      })),
      jobIds,
    };
  }
}

const isAnswered = ({
  value,
  outcome,
  doneOn,
  notDone,
  noData,
}: ReadReport['projects'][number]['results'][number]['input']) =>
  [value, outcome, doneOn, noData].some((each) => each !== null && each !== undefined) || notDone === true;

/** A file that is too much to be handed back is refused all the same, with its issues. */
async function annotated(...args: Parameters<WorkbookTasks['annotate']>) {
  try {
    return await inWorkbookThread('annotate', ...args);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

const changeView = (change: PlannedChange, locale: Locale): ReportFileResult['changes'][number] => ({
  projectId: change.projectId,
  project: change.project,
  code: change.code,
  indicatorId: change.indicatorId,
  indicator: change.indicator,
  field: change.field,
  before: fieldText(change.field, change.before, locale),
  after: fieldText(change.field, change.after, locale),
  at: change.place && placeText(change.place),
});
