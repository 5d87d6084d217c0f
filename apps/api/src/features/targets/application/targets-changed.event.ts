import { defineEvent } from '../../../platform/events/domain-events.js';

/** What lights are judged by has changed for these projects: targets, budget, or a flag such as 人员类. */
export const targetsChanged = defineEvent<{ readonly projectIds: readonly string[]; readonly actor: string }>(
  'targets.changed',
);
