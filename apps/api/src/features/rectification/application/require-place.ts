import { DomainError } from '../../../platform/runtime/domain-error.js';

interface AskedPlace {
  readonly projectId?: string | null | undefined;
  readonly organisationId?: string | null | undefined;
}

/** What is opened is about one project, or about a unit as a whole. @throws DomainError `project-or-unit` */
export function requirePlace({ projectId, organisationId }: AskedPlace): void {
  if (Boolean(projectId) !== Boolean(organisationId)) return;
  throw new DomainError('project-or-unit', {}, [{ path: 'projectId', code: 'project-or-unit' }]);
}
