import type { Notification } from '../../shared/api/schema.gen.js';

type Place = Pick<Notification, 'page' | 'year' | 'month' | 'projectId' | 'organisationId'>;

/**
 * Where the reader sees it or can do something about it: the form, the queue, the lights or the alerts of its
 * round, the targets, or the own account.
 */
export function notificationLink({ page, year, month, projectId, organisationId }: Place) {
  if (page === 'me') return { path: '/me', query: {} };
  const query = {
    year: String(year),
    ...(month === null ? {} : { month: String(month) }),
    ...(organisationId === null ? {} : { unit: organisationId }),
    ...(page === 'alerts' && projectId !== null ? { project: projectId } : {}),
  };
  return { path: pathOf(page, projectId), query };
}

function pathOf(page: Exclude<Notification['page'], 'me'>, projectId: string | null): string {
  if (page === 'project') return projectId === null ? '/targets' : `/projects/${projectId}`;
  return page === 'report' && projectId !== null ? `/report/${projectId}` : `/${page}`;
}
