import type { Notification } from '../../shared/api/schema.gen.js';

type Place = Pick<Notification, 'page' | 'year' | 'month' | 'projectId' | 'organisationId' | 'subjectId'> & {
  readonly kind: string;
};

/** The part of the page 整改 on which it stands, by how its kind begins; the first part needs no name. */
const TABS = { measure: 'measures', naming: 'namings', supervision: 'supervisions' } as const;
const tabOf = (kind: string): string | undefined =>
  Object.entries(TABS).find(([beginning]) => kind.startsWith(`${beginning}-`))?.[1];

/**
 * Where the reader sees it or can do something about it: the form, the queue, the lights or the alerts of its round, what is
 * to be put right, the self-evaluations of its year, the report, the targets, or the own account.
 */
export function notificationLink({ kind, page, year, month, projectId, organisationId, subjectId }: Place) {
  if (page === 'me') return { path: '/me', query: {} };
  if (page === 'rectification') {
    const tab = tabOf(kind);
    return { path: '/rectification', query: { ...(tab ? { tab } : {}), ...(subjectId ? { id: subjectId } : {}) } };
  }
  if (page === 'official-report') {
    return { path: subjectId === null ? '/outputs' : `/official-reports/${subjectId}`, query: {} };
  }
  if (page === 'self-evaluation' && subjectId !== null) return { path: `/self-evaluation/${subjectId}`, query: {} };
  const query = {
    year: String(year),
    ...(month === null ? {} : { month: String(month) }),
    ...(organisationId === null ? {} : { unit: organisationId }),
    ...(page === 'alerts' && projectId !== null ? { project: projectId } : {}),
  };
  return { path: pathOf(page, projectId), query };
}

function pathOf(
  page: Exclude<Notification['page'], 'me' | 'rectification' | 'official-report'>,
  projectId: string | null,
): string {
  if (page === 'project') return projectId === null ? '/targets' : `/projects/${projectId}`;
  return page === 'report' && projectId !== null ? `/report/${projectId}` : `/${page}`;
}

/** What stands in the address of a link in a message, `?page=review&kind=…&year=2026&month=9&unit=…&project=…&subject=…`. */
type Query = Readonly<Record<string, string | null | readonly (string | null)[] | undefined>>;

/** Where a link in a message leads; to the own notifications where it names nothing that is known. */
export function linkOfMessage(query: Query) {
  const text = (name: string): string | null => (typeof query[name] === 'string' ? query[name] : null);
  const page = text('page');
  const [year, month] = [Number(text('year')), Number(text('month'))];
  if (page === null || !/^[a-z-]+$/.test(page) || !Number.isInteger(year)) return { path: '/notifications', query: {} };
  return notificationLink({
    kind: text('kind') ?? '',
    page: page as Place['page'],
    year,
    month: Number.isInteger(month) && month > 0 ? month : null,
    projectId: text('project'),
    organisationId: text('unit'),
    subjectId: text('subject'),
  });
}
