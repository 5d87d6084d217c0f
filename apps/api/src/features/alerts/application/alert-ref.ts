import type { Alert } from '../persistence/alert.entity.js';
import type { AlertRef } from './alert.events.js';

export const refOf = ({ id, projectId, organisationId, kind, severity }: Alert): AlertRef => ({
  id,
  projectId,
  organisationId,
  kind,
  severity,
});
