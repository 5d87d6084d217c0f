import {
  USUAL_CHECKPOINTS,
  type DocumentWarning,
  type RecognisedIndicator,
  type RecognisedProject,
  type SpendSchedule,
} from '@jixiao/domain';
import type { IndicatorContent, TargetContent } from '../../targets/index.js';

/** An indicator as it was understood, with the cell that holds its target value. */
export interface StagedIndicatorContent extends IndicatorContent {
  readonly valueAt: string;
}

export interface StagedTargets extends TargetContent {
  readonly indicators: readonly StagedIndicatorContent[];
}

/** What was understood of a project, and corrected by people: what saving stores, and what its cells print. */
export interface StagedContent extends Pick<
  RecognisedProject,
  'code' | 'name' | 'unitCode' | 'unitName' | 'incompleteIndicators' | 'classified' | 'sources'
> {
  readonly targets: StagedTargets;
  /** Fields of the project itself that a person corrected. */
  readonly correctedFields: readonly ProjectCorrectable[];
}

/** A project as it was read, before anybody corrected it. */
export interface Understood {
  readonly content: StagedContent;
  readonly warnings: readonly DocumentWarning[];
}

export const PROJECT_CORRECTABLE = [
  'name',
  'code',
  'budgetFen',
  'fiscalFundsFen',
  'otherFundsFen',
  'schedule',
] as const;
export type ProjectCorrectable = (typeof PROJECT_CORRECTABLE)[number];

/** The form in which targets are stored and compared. */
export const stagedContentOf = (project: RecognisedProject): StagedContent => ({
  code: project.code,
  name: project.name,
  unitCode: project.unitCode,
  unitName: project.unitName,
  incompleteIndicators: project.incompleteIndicators,
  classified: project.classified,
  sources: project.sources,
  correctedFields: [],
  targets: {
    initialBudgetFen: project.budgetFen,
    fiscalFundsFen: project.fiscalFundsFen,
    otherFundsFen: project.otherFundsFen,
    purpose: project.purpose,
    goals: project.goals,
    schedule: scheduleOf(project),
    indicators: project.indicators.map(stagedIndicator),
    sourceAt: project.at,
  },
});

const stagedIndicator = ({ at, ...indicator }: RecognisedIndicator): StagedIndicatorContent => ({
  ...indicator,
  corrected: [],
  sourceAt: at,
});

/** What is stored: the cell of the value is shown in the preview only. */
export const targetsToStore = ({ targets }: StagedContent): TargetContent => ({
  ...targets,
  indicators: targets.indicators.map(({ valueAt: _shown, ...indicator }) => indicator),
});

function scheduleOf({ schedule, scheduleMonths }: RecognisedProject): SpendSchedule | null {
  if (schedule === null) return null;
  const months = scheduleMonths ?? USUAL_CHECKPOINTS;
  return schedule.flatMap((percent, index) => {
    const month = months[index];
    return month === undefined ? [] : [{ month, percent }];
  });
}
