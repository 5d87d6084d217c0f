import { defineEvent } from '../../../platform/events/domain-events.js';

/** An organisation is about to be closed; a subscriber that throws prevents it. */
export const organisationClosing = defineEvent<{ readonly organisationId: string; readonly name: string }>(
  'organisations.closing',
);

/** An organisation was moved with everything below it: what began with the one path begins with the other now. */
export const organisationMoved = defineEvent<{
  readonly organisationId: string;
  readonly from: string;
  readonly to: string;
  readonly actor: string;
}>('organisations.moved');
