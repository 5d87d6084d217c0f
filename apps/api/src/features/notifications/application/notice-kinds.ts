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
  'rectification-opened',
  'rectification-submitted',
  'rectification-returned',
  'rectification-accepted',
  'rectification-extended',
  'rectification-closed',
  'rectification-no-effect',
  'rectification-waived',
  'rectification-soon',
  'rectification-overdue',
  'measure-proposed',
  'measure-approved',
  'measure-rejected',
  'measure-suspended',
  'measure-lifted',
  'naming-proposed',
  'naming-circular',
  'naming-interview',
  'naming-rejected',
  'supervision-opened',
  'supervision-reported',
  'supervision-returned',
  'supervision-closed',
  'supervision-extended',
  'supervision-soon',
  'supervision-overdue',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Names and figures for the sentence, in no language of people. */
export type NoticeParams = Readonly<Record<string, string | number>>;

/** The page on which the reader can do something about it. */
export const NOTICE_PAGES = ['report', 'review', 'overview', 'targets', 'project', 'me', 'rectification'] as const;
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
  'rectification-opened': 'rectification',
  'rectification-submitted': 'rectification',
  'rectification-returned': 'rectification',
  'rectification-accepted': 'rectification',
  'rectification-extended': 'rectification',
  'rectification-closed': 'rectification',
  'rectification-no-effect': 'rectification',
  'rectification-waived': 'rectification',
  'rectification-soon': 'rectification',
  'rectification-overdue': 'rectification',
  'measure-proposed': 'rectification',
  'measure-approved': 'rectification',
  'measure-rejected': 'rectification',
  'measure-suspended': 'rectification',
  'measure-lifted': 'rectification',
  'naming-proposed': 'rectification',
  'naming-circular': 'rectification',
  'naming-interview': 'rectification',
  'naming-rejected': 'rectification',
  'supervision-opened': 'rectification',
  'supervision-reported': 'rectification',
  'supervision-returned': 'rectification',
  'supervision-closed': 'rectification',
  'supervision-extended': 'rectification',
  'supervision-soon': 'rectification',
  'supervision-overdue': 'rectification',
};

export const pageOf = (kind: NoticeKind): NoticePage => PAGE_OF[kind];

/** Steps to which a person may write something, or nothing. */
const MAY_SAY_WHY: ReadonlySet<NoticeKind> = new Set([
  'change-approved',
  'change-withdrawn',
  'rectification-accepted',
  'measure-approved',
  'supervision-closed',
]);

/**
 * Code of the sentence: it has another one where the person who acted has written nothing to be quoted, and where it was
 * no person, but whoever runs the program's commands.
 */
export function sentenceOf(kind: NoticeKind, { message, by }: NoticeParams): string {
  if (kind === 'password-set' && by === undefined) return 'notice-password-set-by-command';
  return MAY_SAY_WHY.has(kind) && !message ? `notice-${kind}-silent` : `notice-${kind}`;
}
