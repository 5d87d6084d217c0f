import type { Notification } from '../../shared/api/schema.gen.js';

/** Where the reader can do something about it: the form, the queue or the lights of its round. */
export function notificationLink({ page, year, month, projectId }: Notification) {
  const path = page === 'report' && projectId !== null ? `/report/${projectId}` : `/${page}`;
  return { path, query: { year: String(year), month: String(month) } };
}
