import { RATIO_RULE_PACK, rulePackRef } from '@jixiao/domain';
import type { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { answerColumns } from '../../apps/api/src/features/reporting/application/stored-report.js';
import type { IndicatorResult } from '../../apps/api/src/features/reporting/persistence/indicator-result.entity.js';
import type { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import type { ProjectReport } from '../../apps/api/src/features/reporting/persistence/project-report.entity.js';
import type { ReportedExpenditure } from '../../apps/api/src/features/reporting/persistence/reported-expenditure.entity.js';
import type { Indicator } from '../../apps/api/src/features/targets/persistence/indicator.entity.js';
import type { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import type { RoundTarget } from '../../apps/api/src/features/targets/persistence/round-target.entity.js';
import type { ScheduleCheckpoint } from '../../apps/api/src/features/targets/persistence/schedule-checkpoint.entity.js';
import type { TargetVersion } from '../../apps/api/src/features/targets/persistence/target-version.entity.js';
import { patternOf } from './large-county-targets.js';

export interface LargeCounty {
  readonly seed: number;
  readonly year: number;
  readonly departments: number;
  readonly units: number;
  readonly projects: number;
  readonly indicatorsEach: number;
  /** Months of the rounds, ascending. */
  readonly months: readonly number[];
}

/** When everything of the county was made. */
export const NOW = '2023-01-31T08:00:00.000Z';
const SCHEDULE = [
  [3, 25],
  [6, 50],
  [10, 80],
  [12, 100],
] as const;
/** One in so many projects has not reported in a round, one in so many indicators is left blank. */
const SILENT = 50;
const BLANK = 33;

/** The rows of some projects, by table. */
export type CountyRows = {
  readonly projects: Project[];
  readonly versions: TargetVersion[];
  readonly checkpoints: ScheduleCheckpoint[];
  readonly indicators: Indicator[];
  readonly pins: RoundTarget[];
  readonly reports: ProjectReport[];
  readonly expenditures: ReportedExpenditure[];
  readonly results: IndicatorResult[];
};

export const noRows = (): CountyRows => ({
  projects: [],
  versions: [],
  checkpoints: [],
  indicators: [],
  pins: [],
  reports: [],
  expenditures: [],
  results: [],
});

/** Makes rows one after the other from a seed: ids count up, all else comes from one series of numbers. */
export class CountyMaker {
  private ids = 0;
  private state: number;

  constructor(private readonly county: LargeCounty) {
    this.state = county.seed;
  }

  organisations(root: Pick<Organisation, 'id' | 'path'>) {
    const below = (parent: Pick<Organisation, 'id' | 'path'>, kind: 'department' | 'unit', place: number) => {
      const id = this.id();
      const [code, name] = kind === 'unit' ? [`9${place}`, `单位 ${place}`] : [`8${place}`, `部门 ${place}`];
      const path = `${parent.path}${id}/`;
      return {
        id,
        code: `${code}-${id.slice(-6)}`,
        name,
        kind,
        parentId: parent.id,
        path,
        selfApproval: false,
        active: true,
      };
    };
    const departments = this.times(this.county.departments, (place) => below(root, 'department', place));
    const units = this.times(this.county.units, (place) =>
      below(departments[place % departments.length] ?? root, 'unit', place),
    );
    return { departments, units };
  }

  round(month: number): MonitoringRound {
    const { year } = this.county;
    const opened = new Date(Date.UTC(year, month, 1)).toISOString();
    return {
      id: this.id(),
      year,
      month,
      opensOn: opened.slice(0, 10),
      closesOn: `${opened.slice(0, 8)}10`,
      status: 'open',
      rulePackRef: rulePackRef(RATIO_RULE_PACK),
      reportingEndedAt: null,
      deadlineAssessed: true,
      lockedAt: null,
      lockedBy: null,
    };
  }

  /** A project of a unit with its targets, and a report of most rounds. */
  project(unit: Organisation, place: number, rounds: readonly MonitoringRound[], rows: CountyRows): void {
    const { year, indicatorsEach } = this.county;
    const [id, versionId] = [this.id(), this.id()];
    const [name, code] = [`项目 ${place}`, `9902${year}P${String(place).padStart(11, '0')}Y`];
    const budgetFen = 1_000_000 * (1 + this.below(900));
    rows.projects.push({
      id,
      year,
      organisationId: unit.id,
      code,
      name,
      key: this.below(20) === 0,
      transferLevel: null,
      personnel: this.below(40) === 0,
      startMonth: 1,
      continuesProjectId: null,
      currentVersion: 1,
      createdAt: NOW,
      updatedAt: NOW,
    });
    rows.versions.push({
      id: versionId,
      projectId: id,
      version: 1,
      name,
      code,
      restoredFrom: null,
      changeId: null,
      initialBudgetFen: budgetFen,
      fiscalFundsFen: budgetFen,
      otherFundsFen: null,
      purpose: null,
      goals: ['保障工作正常开展'],
      contentHash: '0'.repeat(64),
      importBatchId: null,
      sourceAt: null,
      createdAt: NOW,
      createdBy: 'system',
    });
    for (const [month, percent] of SCHEDULE) {
      rows.checkpoints.push({ id: this.id(), targetVersionId: versionId, month, percent });
    }
    const indicators = this.times(indicatorsEach, (ordinal) => this.indicator(versionId, ordinal));
    rows.indicators.push(...indicators);
    for (const round of rounds) {
      rows.pins.push({ roundId: round.id, projectId: id, version: 1 });
      if (this.below(SILENT) > 0) this.report(round, id, budgetFen, indicators, rows);
    }
  }

  private indicator(targetVersionId: string, ordinal: number): Indicator {
    const { target } = patternOf(ordinal);
    const own = { id: this.id(), targetVersionId, lineageId: this.id(), ordinal };
    return { ...own, ...target, directionConfirmed: false, weight: null, corrected: null, sourceAt: null };
  }

  private report(
    { id: roundId, month }: MonitoringRound,
    projectId: string,
    budgetFen: number,
    indicators: readonly Indicator[],
    rows: CountyRows,
  ): void {
    const reportId = this.id();
    rows.reports.push(reportOf(reportId, roundId, projectId));
    const spent = Math.round((budgetFen * month * (20 + this.below(90))) / 1_200);
    const spending = { expenditureFen: spent, fiscalFen: spent, otherFen: 0 };
    const recorded = { revision: 1, recordedAt: NOW, recordedBy: 'system', supersededAt: null };
    rows.expenditures.push({ id: this.id(), reportId, ...spending, ...recorded });
    for (const { lineageId, ordinal } of indicators) {
      const share = this.below(1_000) / 1_000;
      const answer = this.below(BLANK) === 0 ? null : patternOf(ordinal).answer(share, month);
      rows.results.push({
        id: this.id(),
        reportId,
        lineageId,
        ...answerColumns(answer),
        text: null,
        expected: null,
        reasons: [],
        reasonNote: null,
        likelihood: null,
        note: null,
      });
    }
  }

  private times<T>(count: number, make: (place: number) => T): T[] {
    return Array.from({ length: count }, (_, place) => make(place));
  }

  /** In order of creation, as the program's own. */
  private id(): string {
    this.ids += 1;
    return `01850000-0000-7000-8000-${this.ids.toString(16).padStart(12, '0')}`;
  }

  /** A whole number from 0 to below `limit` (mulberry32). */
  private below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
}

const reportOf = (id: string, roundId: string, projectId: string): ProjectReport => ({
  id,
  roundId,
  projectId,
  status: 'submitted',
  version: 1,
  expectedFullYearFen: null,
  reasons: [],
  reasonNote: null,
  differenceNote: null,
  submittedAt: NOW,
  submittedBy: 'system',
  approvedAt: null,
  approvedBy: null,
  submittedFor: null,
  approvedFor: null,
  updatedFor: null,
  selfApproved: false,
  writtenBy: [],
  anomalies: [],
  changedFields: null,
  updatedAt: NOW,
  updatedBy: 'system',
});
