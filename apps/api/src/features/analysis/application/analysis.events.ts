import { defineEvent } from '../../../platform/events/domain-events.js';

/** A round is about to be analysed as a whole: `unitAnalysed` of its units follows, each as a part of that. */
export const roundToAnalyse = defineEvent<{ readonly roundId: string }>('analysis.round-to-analyse');

/** What was analysed of a unit was stored in this transaction, in agreement with its newest lights unless a job for that waits. */
export const unitAnalysed = defineEvent<{
  readonly roundId: string;
  readonly organisationId: string;
  /** Whether the round is being analysed as a whole. */
  readonly asPart: boolean;
}>('analysis.unit-analysed');
