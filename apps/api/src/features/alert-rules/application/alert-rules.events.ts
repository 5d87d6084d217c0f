import { defineEvent } from '../../../platform/events/domain-events.js';

/** Other alert rules count from now on; subscribers put the jobs that apply them into `jobIds`. */
export const alertRulesPublished = defineEvent<{
  readonly ref: string;
  /** Username of who published them. */
  readonly actor: string;
  readonly jobIds: string[];
}>('alert-rules.published');
