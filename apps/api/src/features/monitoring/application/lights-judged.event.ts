import { defineEvent } from '../../../platform/events/domain-events.js';

/** Lights of these projects of a round (some hundred at most) were computed and stored in this transaction. */
export const lightsJudged = defineEvent<{
  readonly roundId: string;
  readonly projects: readonly { readonly id: string; readonly organisationId: string }[];
}>('monitoring.lights-judged');
