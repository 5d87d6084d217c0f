import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const YearPayload = z.object({ year: z.int() });
export type EvaluationYearPayload = z.output<typeof YearPayload>;

/** Makes the drafts of a year; those that are there stay. */
export const draftEvaluationsJob = defineJob<EvaluationYearPayload>({
  name: 'evaluations.draft',
  maxAttempts: 3,
  backoffMs: 1000,
  requesterMayCancel: true,
  parse: (payload) => YearPayload.parse(payload),
});

/** Weighs and scores a year's evaluations by the rules and the frame that finance has chosen since. */
export const rescoreEvaluationsJob = defineJob<EvaluationYearPayload>({
  name: 'evaluations.rescore',
  maxAttempts: 3,
  backoffMs: 1000,
  parse: (payload) => YearPayload.parse(payload),
});

/** Looks a year's evaluations through once its December was corrected and locked again. */
export const correctEvaluationsJob = defineJob<EvaluationYearPayload>({
  name: 'evaluations.follow-december',
  maxAttempts: 3,
  backoffMs: 1000,
  parse: (payload) => YearPayload.parse(payload),
});

/** One of each per year. */
export const evaluationYearKey = (year: number): string => String(year);
