import { expect, it } from '@jest/globals';
import type { Notification } from '../../shared/api/schema.gen.js';
import { notificationLink } from './notification-link.js';

const notification = (page: Notification['page'], projectId: string | null = null): Notification => ({
  id: '1',
  kind: 'returned',
  message: '',
  page,
  year: 2023,
  month: 6,
  projectId,
  createdAt: '',
  readAt: null,
});
const query = { year: '2023', month: '6' };

it('leads to the form of the one project, else to the page of the round', () => {
  expect(notificationLink(notification('report', 'p1'))).toEqual({ path: '/report/p1', query });
  expect(notificationLink(notification('report'))).toEqual({ path: '/report', query });
  expect(notificationLink(notification('review'))).toEqual({ path: '/review', query });
  expect(notificationLink(notification('overview', 'p1'))).toEqual({ path: '/overview', query });
});
