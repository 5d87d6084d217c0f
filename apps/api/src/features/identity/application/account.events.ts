import { defineEvent } from '../../../platform/events/domain-events.js';

/** Somebody else has set a person's password. @property actor username, or the program's own name at the command line */
export const passwordSetByOther = defineEvent<{ readonly userId: string; readonly actor: string }>(
  'identity.password-set-by-other',
);
