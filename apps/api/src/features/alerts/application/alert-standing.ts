import type { AlertStanding } from '@jixiao/domain';
import type { Alert } from '../persistence/alert.entity.js';

export const standingOf = ({ state, acknowledgedAt, suspension, onSiteCheck }: Alert): AlertStanding => ({
  state,
  isAcknowledged: acknowledgedAt !== null,
  suspension,
  onSiteCheck,
});
