/** What people are told of. The sentence of each is `notice-<kind>` in the slice's messages. */
export const NOTICE_KINDS = [
  'opened',
  'returned',
  'returned-many',
  'approve',
  'accept',
  'accepted',
  'reopened',
  'reopened-many',
  'deadline-soon',
  'deadline-near',
  'deadline-passed',
  'reminder',
  'locked',
  'change-review',
  'change-approve',
  'change-approved',
  'change-rejected',
  'change-withdrawn',
  'targets-review',
  'targets-approve',
  'targets-approved',
  'targets-returned',
  'targets-returned-many',
  'budget-increased',
  'budget-reduced',
  'balance-differs',
  'password-set',
  'deputy-appointed',
  'deputy-became',
  'work-given',
  'work-taken',
  'alert-raised',
  'alert-raised-many',
  'alert-worsened',
  'alert-worsened-many',
  'alert-escalated',
  'alert-escalated-many',
  'alert-suspension-proposed',
  'alert-suspension-proposed-many',
  'alert-suspension-confirmed',
  'alert-suspension-confirmed-many',
  'alert-suspension-dropped',
  'alert-suspension-dropped-many',
  'alert-answered',
  'alert-answered-many',
  'alert-on-site-due',
  'alert-on-site-due-many',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Names and figures for the sentence, in no language of people. */
export type NoticeParams = Readonly<Record<string, string | number>>;

/** The page on which the reader can do something about it. */
export const NOTICE_PAGES = ['report', 'review', 'overview', 'targets', 'project', 'me', 'alerts'] as const;
export type NoticePage = (typeof NOTICE_PAGES)[number];

const PAGE_OF: Readonly<Record<NoticeKind, NoticePage>> = {
  opened: 'report',
  returned: 'report',
  'returned-many': 'report',
  approve: 'review',
  accept: 'review',
  accepted: 'overview',
  reopened: 'report',
  'reopened-many': 'report',
  'deadline-soon': 'report',
  'deadline-near': 'report',
  'deadline-passed': 'report',
  reminder: 'report',
  locked: 'overview',
  'change-review': 'targets',
  'change-approve': 'targets',
  'change-approved': 'project',
  'change-rejected': 'project',
  'change-withdrawn': 'project',
  'targets-review': 'targets',
  'targets-approve': 'targets',
  'targets-approved': 'targets',
  'targets-returned': 'project',
  'targets-returned-many': 'targets',
  'budget-increased': 'project',
  'budget-reduced': 'project',
  'balance-differs': 'targets',
  'password-set': 'me',
  'deputy-appointed': 'me',
  'deputy-became': 'me',
  'work-given': 'me',
  'work-taken': 'me',
  'alert-raised': 'alerts',
  'alert-raised-many': 'alerts',
  'alert-worsened': 'alerts',
  'alert-worsened-many': 'alerts',
  'alert-escalated': 'alerts',
  'alert-escalated-many': 'alerts',
  'alert-suspension-proposed': 'alerts',
  'alert-suspension-proposed-many': 'alerts',
  'alert-suspension-confirmed': 'alerts',
  'alert-suspension-confirmed-many': 'alerts',
  'alert-suspension-dropped': 'alerts',
  'alert-suspension-dropped-many': 'alerts',
  'alert-answered': 'alerts',
  'alert-answered-many': 'alerts',
  'alert-on-site-due': 'alerts',
  'alert-on-site-due-many': 'alerts',
};

export const pageOf = (kind: NoticeKind): NoticePage => PAGE_OF[kind];

/** Steps to which a person may write something, or nothing. */
const MAY_SAY_WHY: ReadonlySet<NoticeKind> = new Set(['change-approved', 'change-withdrawn']);

/**
 * Code of the sentence: it has another one where the person who acted has written nothing to be quoted, and where it was
 * no person, but whoever runs the program's commands.
 */
export function sentenceOf(kind: NoticeKind, { message, by }: NoticeParams): string {
  if (kind === 'password-set' && by === undefined) return 'notice-password-set-by-command';
  return MAY_SAY_WHY.has(kind) && !message ? `notice-${kind}-silent` : `notice-${kind}`;
}
