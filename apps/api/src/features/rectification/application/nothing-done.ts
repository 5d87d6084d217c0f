import type { Rectification } from '../persistence/rectification.entity.js';

/** A rectification at its beginning. */
export const NOTHING_DONE = {
  state: 'drafting',
  message: null,
  carriedOver: false,
  carriedFromId: null,
  submittedBy: null,
  submittedFor: null,
  submittedAt: null,
  acceptedBy: null,
  acceptedAt: null,
  closedAt: null,
  closing: null,
  lightAfter: null,
  effect: null,
  effectRoundId: null,
  version: 0,
} as const satisfies Partial<Rectification>;
