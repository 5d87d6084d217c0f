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
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Names and figures for the sentence, in no language of people. */
export type NoticeParams = Readonly<Record<string, string | number>>;

/** The page on which the reader can do something about it. */
export const NOTICE_PAGES = ['report', 'review', 'overview'] as const;
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
};

export const pageOf = (kind: NoticeKind): NoticePage => PAGE_OF[kind];
