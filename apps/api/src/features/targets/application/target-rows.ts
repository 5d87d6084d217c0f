import { newId } from '../../../platform/runtime/ids.js';
import type { Indicator } from '../persistence/indicator.entity.js';
import type { ScheduleCheckpoint } from '../persistence/schedule-checkpoint.entity.js';
import type { TargetVersion } from '../persistence/target-version.entity.js';
import type { ProjectIdentity } from './compare-targets.js';
import type { StoredContent, StoredIndicator } from './stored-target.js';
import { contentHash, correctionsOf } from './target-content.js';

/** The rows of one version of a project's targets. */
export interface VersionRows {
  readonly version: TargetVersion;
  readonly checkpoints: readonly ScheduleCheckpoint[];
  readonly indicators: readonly Indicator[];
}

/** What a version is made of: its content, with the lineage of each indicator, and where it comes from. */
export interface NewVersion extends Pick<
  TargetVersion,
  'projectId' | 'version' | 'restoredFrom' | 'importBatchId' | 'changeId' | 'createdAt' | 'createdBy'
> {
  readonly identity: ProjectIdentity;
  readonly content: StoredContent;
}

export function versionRows({ identity, content, ...origin }: NewVersion): VersionRows {
  const targetVersionId = newId();
  const { initialBudgetFen, fiscalFundsFen, otherFundsFen, purpose, goals, sourceAt } = content;
  return {
    version: {
      ...origin,
      id: targetVersionId,
      name: identity.name,
      code: identity.code,
      initialBudgetFen,
      fiscalFundsFen,
      otherFundsFen,
      purpose,
      goals,
      sourceAt,
      contentHash: contentHash(content),
    },
    checkpoints: (content.schedule ?? []).map(({ month, percent }) => ({
      id: newId(),
      targetVersionId,
      month,
      percent,
    })),
    indicators: content.indicators.map((indicator, ordinal) => indicatorRow(indicator, targetVersionId, ordinal)),
  };
}

const indicatorRow = (indicator: StoredIndicator, targetVersionId: string, ordinal: number): Indicator => ({
  id: newId(),
  targetVersionId,
  ordinal,
  lineageId: indicator.lineageId,
  directionConfirmed: indicator.directionConfirmed,
  level1: indicator.level1,
  level2: indicator.level2,
  name: indicator.name,
  description: indicator.description,
  rawValue: indicator.rawValue,
  operator: indicator.operator,
  number: indicator.number,
  unit: indicator.unit,
  dueDate: indicator.dueDate,
  gate: indicator.gate,
  operatorPrinted: indicator.operatorPrinted,
  direction: indicator.direction,
  directionInferred: indicator.directionInferred,
  basis: indicator.basis,
  kind: indicator.kind,
  assessedFrom: indicator.assessedFrom,
  weight: indicator.weight,
  corrected: indicator.corrected.length === 0 ? null : correctionsOf(indicator),
  sourceAt: indicator.sourceAt,
});
