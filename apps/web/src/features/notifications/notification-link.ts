import type { Notification } from '../../shared/api/schema.gen.js';

type Place = Pick<Notification, 'page' | 'year' | 'month' | 'projectId' | 'organisationId'>;

/** Where the reader sees it or can do something about it: the form, the queue or the lights of its round, or the targets. */
export function notificationLink({ page, year, month, projectId, organisationId }: Place) {
  const query = {
    year: String(year),
    ...(month === null ? {} : { month: String(month) }),
    ...(organisationId === null ? {} : { unit: organisationId }),
  };
  return { path: pathOf(page, projectId), query };
}

function pathOf(page: Notification['page'], projectId: string | null): string {
  if (page === 'project') return projectId === null ? '/targets' : `/projects/${projectId}`;
  return page === 'report' && projectId !== null ? `/report/${projectId}` : `/${page}`;
}
