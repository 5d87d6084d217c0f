import type { ProjectStanding } from '@jixiao/domain';
import type { ComparedLight } from './previous-light.repository.js';
import type { Standing } from './project-light.entity.js';

/** Where a project stands, as the columns beside its light keep it. */
export const standingColumns = ({
  goalPercent,
  quadrant,
  mismatch,
  lagFen,
  plannedFen,
}: ProjectStanding): Omit<Standing, keyof ComparedLight | 'listOrder'> => ({
  goalPercent: goalPercent === null ? null : Math.round(goalPercent * 100),
  quadrant,
  bothJudged: quadrant !== null,
  mismatch,
  lagFen,
  plannedFen,
});
