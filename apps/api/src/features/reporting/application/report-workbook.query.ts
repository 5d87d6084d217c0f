import { adjustedBudget, isEditable, lastDayOf, plannedPercent, straightLinePercent } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OrganisationRepository } from '../../organisations/index.js';
import { TargetRepository, type StoredTarget } from '../../targets/index.js';
import { TreasuryRepository } from '../../treasury/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { PreviousReports } from './previous-reports.js';
import type { WorkbookIndicator, WorkbookProject } from './report-workbook/workbook-project.js';
import { NOTHING_ANSWERED, NOTHING_REPORTED, type ReportContent, type StoredReport } from './stored-report.js';
import { WritableReports } from './writable-reports.js';

/** Projects per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

interface Loaded {
  readonly target: StoredTarget;
  readonly unit: string;
  readonly budgetFen: number | null;
  readonly stored: StoredReport | undefined;
  readonly previous: ReportContent;
  readonly treasuryFen: number | null;
  /** Whether the round lets the unit write it, whatever the state of the report. */
  readonly isWritable: boolean;
}

/** The projects of a round with everything that the template shows, by unit and name. */
@Injectable()
export class ReportWorkbookQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly targets: TargetRepository,
    private readonly reports: ReportRepository,
    private readonly previousReports: PreviousReports,
    private readonly treasury: TreasuryRepository,
    private readonly organisations: OrganisationRepository,
    private readonly writable: WritableReports,
  ) {}

  /** @param paths organisation paths below which projects are shown */
  async run(round: MonitoringRound, paths: readonly string[]): Promise<readonly WorkbookProject[]> {
    const manager = this.uow.reader;
    const all = await this.targets.below(manager, round.year, paths, round.id);
    const targets = all.filter(({ project }) => project.startMonth <= round.month);
    const ids = targets.map(({ project }) => project.id);
    const stored = await this.reports.ofRound(manager, round.id, ids);
    const reopened = await this.writable.live(manager, round, ids);
    const previous = await this.previousReports.run(manager, round, ids);
    const paid = await this.treasury.ofMonth(manager, ids, round.month, round.lockedAt);
    const budgets = await this.budgets(round, targets);
    const units = await this.organisations.byIds(targets.map(({ project }) => project.organisationId));
    return targets
      .map((target): Loaded => {
        const { id, organisationId } = target.project;
        return {
          target,
          unit: units.get(organisationId)?.name ?? '',
          budgetFen: budgets.get(id) ?? null,
          stored: stored.get(id),
          previous: previous.get(id)?.content ?? NOTHING_REPORTED,
          treasuryFen: paid.get(id)?.figures.expenditureFen ?? null,
          isWritable: this.writable.refusalOf(round, reopened.get(id), 'unit') === null,
        };
      })
      .sort(byUnitAndName)
      .map((loaded) => workbookProject(loaded, round));
  }

  private async budgets(
    { year, month }: MonitoringRound,
    targets: readonly StoredTarget[],
  ): Promise<ReadonlyMap<string, number | null>> {
    const lastDay = lastDayOf({ year, month });
    const budgets = new Map<string, number | null>();
    for (let start = 0; start < targets.length; start += CHUNK) {
      const some = targets.slice(start, start + CHUNK);
      const adjustments = await this.targets.adjustmentsOf(
        this.uow.reader,
        some.map(({ project }) => project.id),
      );
      for (const { project, content } of some) {
        budgets.set(project.id, adjustedBudget(content.initialBudgetFen, adjustments.get(project.id) ?? [], lastDay));
      }
    }
    return budgets;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byUnitAndName = (a: Loaded, b: Loaded): number =>
  compare(a.unit, b.unit) || compare(a.target.project.name, b.target.project.name);

function workbookProject(
  { target, unit, budgetFen, stored, previous, treasuryFen, isWritable }: Loaded,
  { year, month }: MonitoringRound,
): WorkbookProject {
  const { project, content } = target;
  const period = { year, month };
  const planned =
    content.schedule === null
      ? straightLinePercent(period, project.startMonth)
      : plannedPercent(content.schedule, period);
  const reported = stored?.content ?? NOTHING_REPORTED;
  return {
    projectId: project.id,
    version: stored?.row.version ?? 0,
    code: project.code,
    name: project.name,
    unit,
    budgetFen,
    plannedPercent: planned.valueOf(),
    previousFen: previous.expenditure?.expenditureFen ?? null,
    treasuryFen,
    content: reported,
    isOpen: isWritable && isEditable(stored?.row.status ?? 'draft'),
    indicators: content.indicators.map((indicator): WorkbookIndicator => {
      const { lineageId, level2, name, rawValue, unit: of, kind, assessedFrom } = indicator;
      const before = previous.results.get(lineageId)?.answer ?? null;
      const result = reported.results.get(lineageId) ?? NOTHING_ANSWERED;
      return { lineageId, level2, name, rawValue, unit: of, kind, assessedFrom, previous: before, result };
    }),
  };
}
