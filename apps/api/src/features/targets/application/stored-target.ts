import type { Indicator } from '../persistence/indicator.entity.js';
import type { Project } from '../persistence/project.entity.js';
import type { ScheduleCheckpoint } from '../persistence/schedule-checkpoint.entity.js';
import type { TargetVersion } from '../persistence/target-version.entity.js';
import type { IndicatorContent, TargetContent } from './target-content.js';

/** A stored indicator: its content, and the lineage by which results and lights know it. */
export interface StoredIndicator extends IndicatorContent {
  readonly lineageId: string;
  readonly directionConfirmed: boolean;
}

/** The content of a stored version. */
export interface StoredContent extends TargetContent {
  readonly indicators: readonly StoredIndicator[];
}

/** A project with one version of its targets: the one in force, or the one of a round. */
export interface StoredTarget {
  readonly project: Project;
  readonly version: TargetVersion;
  readonly content: StoredContent;
}

/** Puts the rows of one version together; checkpoints and indicators may come in any order. */
export const storedTarget = (
  project: Project,
  version: TargetVersion,
  checkpoints: readonly ScheduleCheckpoint[],
  indicators: readonly Indicator[],
): StoredTarget => ({
  project,
  version,
  content: {
    initialBudgetFen: version.initialBudgetFen,
    fiscalFundsFen: version.fiscalFundsFen,
    otherFundsFen: version.otherFundsFen,
    purpose: version.purpose,
    goals: version.goals,
    sourceAt: version.sourceAt,
    schedule:
      checkpoints.length === 0
        ? null
        : checkpoints.map(({ month, percent }) => ({ month, percent })).sort((a, b) => a.month - b.month),
    indicators: [...indicators].sort((a, b) => a.ordinal - b.ordinal).map(indicatorContent),
  },
});

const indicatorContent = (row: Indicator): StoredIndicator => ({
  lineageId: row.lineageId,
  directionConfirmed: row.directionConfirmed,
  level1: row.level1,
  level2: row.level2,
  name: row.name,
  description: row.description,
  rawValue: row.rawValue,
  operator: row.operator,
  number: row.number,
  unit: row.unit,
  dueDate: row.dueDate,
  gate: row.gate,
  operatorPrinted: row.operatorPrinted,
  direction: row.direction,
  directionInferred: row.directionInferred,
  basis: row.basis,
  kind: row.kind,
  assessedFrom: row.assessedFrom,
  weight: row.weight,
  corrected: row.corrected ?? [],
  sourceAt: row.sourceAt,
});
