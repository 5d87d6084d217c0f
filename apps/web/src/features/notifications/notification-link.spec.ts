import { expect, it } from '@jest/globals';
import type { Notification } from '../../shared/api/schema.gen.js';
import { linkOfMessage, notificationLink } from './notification-link.js';

const notification = (
  page: Notification['page'],
  projectId: string | null = null,
  change: Partial<Notification> = {},
): Notification => ({
  id: '1',
  kind: 'returned',
  message: '',
  page,
  year: 2023,
  month: 6,
  organisationId: null,
  subjectId: null,
  projectId,
  createdAt: '',
  readAt: null,
  ...change,
});
const query = { year: '2023', month: '6' };

it('leads to the form of the one project, else to the page of the round', () => {
  expect(notificationLink(notification('report', 'p1'))).toEqual({ path: '/report/p1', query });
  expect(notificationLink(notification('report'))).toEqual({ path: '/report', query });
  expect(notificationLink(notification('review'))).toEqual({ path: '/review', query });
  expect(notificationLink(notification('overview', 'p1'))).toEqual({ path: '/overview', query });
});

it('leads to the targets of the unit and year, or to the one project, where no round is meant', () => {
  const ofYear = { month: null };
  expect(notificationLink(notification('targets', null, { ...ofYear, organisationId: 'u1' }))).toEqual({
    path: '/targets',
    query: { year: '2023', unit: 'u1' },
  });
  expect(notificationLink(notification('project', 'p1', ofYear))).toEqual({
    path: '/projects/p1',
    query: { year: '2023' },
  });
});

it('leads to the alerts of the round, and to those of the project where one is meant', () => {
  expect(notificationLink(notification('alerts'))).toEqual({ path: '/alerts', query });
  expect(notificationLink(notification('alerts', 'p1'))).toEqual({
    path: '/alerts',
    query: { ...query, project: 'p1' },
  });
});

it('leads to the own account, of no year, where it is about that', () => {
  expect(notificationLink(notification('me', null, { month: null }))).toEqual({ path: '/me', query: {} });
});

it('opens what is to be put right, decided or reported on, in its part of the page', () => {
  const opened = { subjectId: 'r1' };
  expect(notificationLink(notification('rectification', null, { ...opened, kind: 'rectification-opened' }))).toEqual({
    path: '/rectification',
    query: { id: 'r1' },
  });
  expect(notificationLink(notification('rectification', null, { ...opened, kind: 'measure-proposed' }))).toEqual({
    path: '/rectification',
    query: { tab: 'measures', id: 'r1' },
  });
});

it('leads to the one self-evaluation, else to those of the unit and year, and to the official report', () => {
  const ofYear = { month: null };
  const evaluation = { ...ofYear, subjectId: 'e1', organisationId: 'u1' };
  expect(notificationLink(notification('self-evaluation', 'p1', evaluation))).toEqual({
    path: '/self-evaluation/e1',
    query: {},
  });
  expect(notificationLink(notification('self-evaluation', null, { ...ofYear, organisationId: 'u1' }))).toEqual({
    path: '/self-evaluation',
    query: { year: '2023', unit: 'u1' },
  });
  expect(notificationLink(notification('official-report', null, { ...ofYear, subjectId: 'r1' }))).toEqual({
    path: '/official-reports/r1',
    query: {},
  });
  const report = { page: 'official-report', kind: 'official-report-sealed', year: '2023', subject: 'r1', unit: 'u1' };
  expect(linkOfMessage(report)).toEqual({ path: '/official-reports/r1', query: {} });
});

it('leads from a message to the same places, and from an address that says nothing to the notifications', () => {
  const project = { page: 'project', year: '2023', project: 'p1', unit: 'u1' };
  expect(linkOfMessage(project)).toEqual({ path: '/projects/p1', query: { year: '2023', unit: 'u1' } });
  expect(linkOfMessage({ page: 'review', ...query })).toEqual({ path: '/review', query });
  expect(linkOfMessage({ page: 'me', year: '2023' })).toEqual({ path: '/me', query: {} });
  const measure = { page: 'rectification', kind: 'measure-proposed', year: '2023', subject: 'm1' };
  expect(linkOfMessage(measure)).toEqual({ path: '/rectification', query: { tab: 'measures', id: 'm1' } });
  for (const nothing of [{}, { page: '//evil.example', year: '2023' }, { page: ['review'], year: '2023' }]) {
    expect(linkOfMessage(nothing)).toEqual({ path: '/notifications', query: {} });
  }
});
