import { EVALUATION_STATES, FRAME_NAMES, GRADES } from '@jixiao/domain';
import { z } from 'zod';

export const StateField = z.enum(EVALUATION_STATES);
export const GradeField = z.enum(GRADES);
export const FrameField = z.enum(FRAME_NAMES);
/** Evaluations by their state, and by the grade of the highest level that has scored them. */
export const byState = z.object(
  Object.fromEntries(EVALUATION_STATES.map((state) => [state, z.int()])) as Record<
    (typeof EVALUATION_STATES)[number],
    z.ZodInt
  >,
);
export const byGrade = z.object(
  Object.fromEntries(GRADES.map((grade) => [grade, z.int()])) as Record<(typeof GRADES)[number], z.ZodInt>,
);
