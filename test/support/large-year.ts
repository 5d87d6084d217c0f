import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { ProjectReport } from '../../apps/api/src/features/reporting/persistence/project-report.entity.js';
import { ReportedExpenditure } from '../../apps/api/src/features/reporting/persistence/reported-expenditure.entity.js';
import { FiscalYear } from '../../apps/api/src/features/targets/persistence/fiscal-year.entity.js';
import { Indicator } from '../../apps/api/src/features/targets/persistence/indicator.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { RulePackVersion } from '../../apps/api/src/features/targets/persistence/rule-pack-version.entity.js';
import { ScheduleCheckpoint } from '../../apps/api/src/features/targets/persistence/schedule-checkpoint.entity.js';
import { TargetVersion } from '../../apps/api/src/features/targets/persistence/target-version.entity.js';
import { insertRows } from '../../apps/api/src/platform/database/bulk-write.js';
import type { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';
import { RATIO_RULE_PACK, rulePackRef } from '@jixiao/domain';

const NOW = '2023-06-30T08:00:00.000Z';
const BUDGET_FEN = 10_000_000;
const SCHEDULE = [
  [3, 25],
  [6, 50],
  [10, 80],
  [12, 100],
] as const;

export interface LargeYear {
  readonly year: number;
  readonly month: number;
  readonly projects: number;
  readonly indicatorsEach: number;
}

/**
 * A year of `projects` equal projects with an open round in which each has reported another spending, written directly:
 * a county's worth of rows for tests of what takes long.
 */
export async function addLargeYear(uow: UnitOfWork, organisationId: string, size: LargeYear): Promise<void> {
  const places = Array.from({ length: size.projects }, (_, place) => place);
  const projects = places.map((place) => projectOf(size, organisationId, place));
  const versions = projects.map((project) => versionOf(project));
  const round = roundOf(size);
  const reports = projects.map((project) => reportOf(round, project));
  await uow.run(async (manager) => {
    const content = RATIO_RULE_PACK;
    const rulePack = {
      ref: round.rulePackRef,
      packId: content.id,
      version: content.version,
      content,
      publishedAt: NOW,
      publishedBy: null,
      note: null,
    };
    await insertRows(manager, FiscalYear, [{ year: size.year, status: 'open', createdAt: NOW, rulePackRef: null }]);
    await insertRows(manager, RulePackVersion, [rulePack]);
    await insertRows(manager, Project, projects);
    await insertRows(manager, TargetVersion, versions);
    await insertRows(manager, ScheduleCheckpoint, versions.flatMap(checkpointsOf));
    await insertRows(
      manager,
      Indicator,
      versions.flatMap((version) => indicatorsOf(version, size.indicatorsEach)),
    );
    await insertRows(manager, MonitoringRound, [round]);
    await insertRows(manager, ProjectReport, reports);
    await insertRows(manager, ReportedExpenditure, reports.map(expenditureOf));
  });
}

/** Code of the project at a place, for files and programs that name projects by it. */
export const largeYearCode = (place: number): string => `99020023P${String(place).padStart(11, '0')}Y`;

const projectOf = ({ year }: LargeYear, organisationId: string, place: number): Project => ({
  id: newId(),
  year,
  organisationId,
  code: largeYearCode(place),
  name: `项目 ${place}`,
  key: false,
  transferLevel: null,
  personnel: false,
  startMonth: 1,
  continuesProjectId: null,
  currentVersion: 1,
  createdAt: NOW,
  updatedAt: NOW,
});

const versionOf = ({ id, name, code }: Project): TargetVersion => ({
  id: newId(),
  projectId: id,
  version: 1,
  name,
  code,
  restoredFrom: null,
  changeId: null,
  initialBudgetFen: BUDGET_FEN,
  fiscalFundsFen: BUDGET_FEN,
  otherFundsFen: null,
  purpose: null,
  goals: ['目标'],
  contentHash: '0'.repeat(64),
  importBatchId: null,
  sourceAt: null,
  createdAt: NOW,
  createdBy: 'system',
});

const checkpointsOf = ({ id }: TargetVersion): ScheduleCheckpoint[] =>
  SCHEDULE.map(([month, percent]) => ({ id: newId(), targetVersionId: id, month, percent }));

const indicatorsOf = ({ id }: TargetVersion, count: number): Indicator[] =>
  Array.from({ length: count }, (_, ordinal) => ({
    id: newId(),
    targetVersionId: id,
    lineageId: newId(),
    ordinal,
    level1: '产出指标',
    level2: '数量指标',
    name: `办理案件数 ${ordinal}`,
    description: null,
    rawValue: '≥1200件',
    operator: 'gte',
    number: 1200,
    unit: '件',
    dueDate: null,
    gate: null,
    operatorPrinted: true,
    direction: 'atLeast',
    directionInferred: false,
    directionConfirmed: false,
    kind: 'cumulative',
    assessedFrom: 1,
    weight: null,
    corrected: null,
    basis: null,
    sourceAt: null,
  }));

const roundOf = ({ year, month }: LargeYear): MonitoringRound => ({
  id: newId(),
  year,
  month,
  opensOn: `${year}-07-01`,
  closesOn: `${year}-07-10`,
  status: 'open',
  rulePackRef: rulePackRef(RATIO_RULE_PACK),
  reportingEndedAt: null,
  deadlineAssessed: true,
  lockedAt: null,
  lockedBy: null,
});

const reportOf = (round: MonitoringRound, project: Project): ProjectReport => ({
  id: newId(),
  roundId: round.id,
  projectId: project.id,
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

/** From nothing to more than the budget, so that all spend lights occur. */
const expenditureOf = ({ id }: ProjectReport, place: number): ReportedExpenditure => {
  const spent = Math.round((BUDGET_FEN * (place % 110)) / 100);
  return {
    id: newId(),
    reportId: id,
    revision: 1,
    expenditureFen: spent,
    fiscalFen: spent,
    otherFen: 0,
    recordedAt: NOW,
    recordedBy: 'system',
    supersededAt: null,
  };
};
