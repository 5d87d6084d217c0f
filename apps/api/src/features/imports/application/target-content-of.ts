import { USUAL_CHECKPOINTS, type RecognisedProject, type SpendSchedule } from '@jixiao/domain';
import type { IndicatorContent, TargetContent } from '../../targets/index.js';

/** What a recognised project says, in the form in which targets are stored. */
export const targetContentOf = (project: RecognisedProject): TargetContent => ({
  initialBudgetFen: project.budgetFen,
  fiscalFundsFen: project.fiscalFundsFen,
  otherFundsFen: project.otherFundsFen,
  purpose: project.purpose,
  goals: project.goals,
  schedule: scheduleOf(project),
  indicators: project.indicators.map(({ at, valueAt: _valueAt, ...indicator }): IndicatorContent => ({
    ...indicator,
    corrected: [],
    sourceAt: at,
  })),
  sourceAt: project.at,
});

function scheduleOf({ schedule, scheduleMonths }: RecognisedProject): SpendSchedule | null {
  if (schedule === null) return null;
  const months = scheduleMonths ?? USUAL_CHECKPOINTS;
  return schedule.flatMap((percent, index) => {
    const month = months[index];
    return month === undefined ? [] : [{ month, percent }];
  });
}
