import type { Permission } from '@jixiao/domain';

/**
 * Pages of the main navigation in their order, each with the permissions of which one is needed. What is `rare` is needed once
 * in a round or in a year, and gives way where there are many.
 */
export const PAGES = [
  { name: 'overview', path: '/overview', anyOf: ['lights.read'] },
  { name: 'analysis', path: '/analysis', anyOf: ['lights.read'] },
  { name: 'report', path: '/report', anyOf: ['reports.write', 'reports.submit'] },
  { name: 'review', path: '/review', anyOf: ['reports.approve', 'reports.accept'] },
  { name: 'alerts', path: '/alerts', anyOf: ['lights.read'] },
  { name: 'rectification', path: '/rectification', anyOf: ['lights.read'] },
  { name: 'selfEvaluation', path: '/self-evaluation', anyOf: ['lights.read'], rare: true },
  { name: 'departmentGoals', path: '/department-goals', anyOf: ['reports.write', 'lights.read'], rare: true },
  { name: 'owing', path: '/owing', anyOf: ['lights.read'] },
  { name: 'outputs', path: '/outputs', anyOf: ['lights.read'], rare: true },
  { name: 'targets', path: '/targets', anyOf: ['targets.propose', 'targets.review', 'targets.approve'], rare: true },
  { name: 'imports', path: '/imports', anyOf: ['targets.import'], rare: true },
  { name: 'treasury', path: '/treasury', anyOf: ['lights.read', 'treasury.write'], rare: true },
  { name: 'verification', path: '/verification', anyOf: ['results.verify'], rare: true },
  { name: 'rules', path: '/rules', anyOf: ['rules.manage'], rare: true },
  { name: 'rounds', path: '/rounds', anyOf: ['rounds.manage'] },
  { name: 'settings', path: '/settings', anyOf: ['users.manage', 'settings.manage'] },
  { name: 'jobs', path: '/jobs', anyOf: ['jobs.manage'], rare: true },
  { name: 'audit', path: '/audit', anyOf: ['audit.read'] },
] as const satisfies readonly { name: string; path: string; anyOf: readonly Permission[]; rare?: true }[];

export type PageName = (typeof PAGES)[number]['name'];

const allows = (anyOf: readonly Permission[], held: ReadonlySet<Permission>): boolean =>
  anyOf.length === 0 || anyOf.some((permission) => held.has(permission));

export const pagesFor = (held: ReadonlySet<Permission>) => PAGES.filter((page) => allows(page.anyOf, held));

/** More than these side by side are no longer taken in at a glance. */
const MOST_BESIDE = 7;

export type NavigationPage = (typeof PAGES)[number];

/** The person's pages as they stand in the header: side by side, and those that are opened from 更多. */
export function menuFor(held: ReadonlySet<Permission>): {
  readonly beside: readonly NavigationPage[];
  readonly more: readonly NavigationPage[];
} {
  const pages = pagesFor(held);
  if (pages.length <= MOST_BESIDE) return { beside: pages, more: [] };
  const isRare = (page: NavigationPage): boolean => 'rare' in page;
  return { beside: pages.filter((page) => !isRare(page)), more: pages.filter(isRare) };
}

/** The first page that the person may see; somebody without any permission is told so on the page for that. */
export const homeFor = (held: ReadonlySet<Permission>): string => pagesFor(held)[0]?.path ?? '/forbidden';

export type Admission = 'enter' | 'signIn' | 'forbidden';

/** Whether a page opens: public ones for everybody, others for a signed-in person who holds one of its permissions. */
export function admission(
  page: { readonly isPublic?: boolean; readonly anyOf?: readonly Permission[] },
  signedIn: boolean,
  held: ReadonlySet<Permission>,
): Admission {
  if (page.isPublic) return 'enter';
  if (!signedIn) return 'signIn';
  return allows(page.anyOf ?? [], held) ? 'enter' : 'forbidden';
}
