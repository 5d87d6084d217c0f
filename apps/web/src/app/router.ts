import type { Permission } from '@jixiao/domain';
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router';
import { useSessionStore } from '../features/identity/index.js';
import { linkOfMessage } from '../features/notifications/index.js';
import { loadLaterMessages } from './i18n/index.js';
import { admission, homeFor, PAGES, type PageName } from './navigation.js';

declare module 'vue-router' {
  interface RouteMeta {
    /** Opens without signing in. */
    isPublic?: boolean;
    /** One of these permissions opens the page; none: any signed-in person. */
    anyOf?: readonly Permission[];
    /** How the page lies on paper; landscape, unless it is mostly text. */
    paper?: 'portrait';
    /** Has the screen to itself, without the header, and says itself where the session has ended. */
    bare?: boolean;
    /** Key of the page's title in the messages. */
    title?: string;
  }
}

const needs = (name: PageName): readonly Permission[] => PAGES.find((page) => page.name === name)?.anyOf ?? [];
const pageMeta = (name: PageName) => ({ anyOf: needs(name), title: `nav.${name}` });

const routes: RouteRecordRaw[] = [
  // Never shown: the guard leads on to the person's first page, which is known only after the session is.
  { path: '/', name: 'home', component: () => import('./pages/NotFoundPage.vue') },
  {
    path: '/sign-in',
    name: 'signIn',
    component: () => import('../features/identity/pages/SignInPage.vue'),
    meta: { isPublic: true, title: 'signIn.title' },
  },
  {
    path: '/overview',
    name: 'overview',
    component: () => import('../features/monitoring/pages/OverviewPage.vue'),
    meta: pageMeta('overview'),
  },
  {
    path: '/analysis',
    name: 'analysis',
    component: () => import('../features/analysis/pages/AnalysisPage.vue'),
    meta: pageMeta('analysis'),
  },
  {
    path: '/units/:id',
    name: 'unit',
    component: () => import('../features/monitoring/pages/UnitPage.vue'),
    props: true,
    meta: { anyOf: ['lights.read'], title: 'unitPage.title' },
  },
  {
    path: '/wall',
    name: 'wall',
    component: () => import('../features/wall/pages/WallPage.vue'),
    meta: { anyOf: ['lights.read'], title: 'wall.open', bare: true },
  },
  {
    path: '/projects/:id',
    name: 'project',
    component: () => import('../features/monitoring/pages/ProjectPage.vue'),
    props: true,
    meta: { anyOf: ['lights.read'], title: 'nav.project' },
  },
  {
    path: '/report/:projectId?',
    name: 'report',
    component: () => import('../features/reporting/pages/ReportPage.vue'),
    props: true,
    meta: pageMeta('report'),
  },
  {
    path: '/review',
    name: 'review',
    component: () => import('../features/review/pages/ReviewPage.vue'),
    meta: pageMeta('review'),
  },
  {
    path: '/alerts',
    name: 'alerts',
    component: () => import('../features/alerts/pages/AlertsPage.vue'),
    meta: pageMeta('alerts'),
  },
  {
    path: '/rectification',
    name: 'rectification',
    component: () => import('../features/rectification/pages/RectificationPage.vue'),
    meta: pageMeta('rectification'),
  },
  {
    path: '/self-evaluation',
    name: 'selfEvaluation',
    component: () => import('../features/self-evaluation/pages/SelfEvaluationPage.vue'),
    meta: pageMeta('selfEvaluation'),
  },
  {
    path: '/self-evaluation/units/:organisationId',
    name: 'evaluationUnit',
    component: () => import('../features/self-evaluation/pages/EvaluationUnitPage.vue'),
    props: true,
    meta: { anyOf: needs('selfEvaluation'), title: 'nav.selfEvaluation' },
  },
  {
    path: '/self-evaluation/:id',
    name: 'evaluation',
    component: () => import('../features/self-evaluation/pages/EvaluationPage.vue'),
    props: true,
    meta: { anyOf: needs('selfEvaluation'), title: 'nav.selfEvaluation' },
  },
  {
    path: '/department-goals',
    name: 'departmentGoals',
    component: () => import('../features/department-goals/pages/DepartmentGoalsPage.vue'),
    meta: pageMeta('departmentGoals'),
  },
  {
    path: '/owing',
    name: 'owing',
    component: () => import('../features/owing/pages/OwingPage.vue'),
    meta: pageMeta('owing'),
  },
  {
    path: '/outputs',
    name: 'outputs',
    component: () => import('../features/outputs/pages/OutputsPage.vue'),
    meta: pageMeta('outputs'),
  },
  {
    path: '/official-reports/:id',
    name: 'officialReport',
    component: () => import('../features/official-reports/pages/OfficialReportPage.vue'),
    props: true,
    meta: { anyOf: needs('outputs'), title: 'nav.officialReport', paper: 'portrait' },
  },
  {
    path: '/notifications',
    name: 'notifications',
    component: () => import('../features/notifications/pages/NotificationsPage.vue'),
    meta: { title: 'nav.notifications', paper: 'portrait' },
  },
  {
    path: '/targets',
    name: 'targets',
    component: () => import('../features/targets/pages/TargetsPage.vue'),
    meta: pageMeta('targets'),
  },
  {
    path: '/imports',
    name: 'imports',
    component: () => import('../features/imports/pages/ImportPage.vue'),
    meta: pageMeta('imports'),
  },
  {
    path: '/imports/:uploadId',
    name: 'importUpload',
    component: () => import('../features/imports/pages/UploadPage.vue'),
    props: true,
    meta: { anyOf: needs('imports'), title: 'import.previewTitle' },
  },
  {
    path: '/treasury',
    name: 'treasury',
    component: () => import('../features/treasury/pages/TreasuryPage.vue'),
    meta: pageMeta('treasury'),
  },
  {
    path: '/verification',
    name: 'verification',
    component: () => import('../features/monitoring/pages/VerificationPage.vue'),
    meta: pageMeta('verification'),
  },
  {
    path: '/rules',
    component: () => import('./pages/RulesFrame.vue'),
    children: [
      {
        path: '',
        name: 'rules',
        component: () => import('../features/rules/pages/RulesPage.vue'),
        meta: pageMeta('rules'),
      },
      {
        path: 'alerts',
        name: 'alertRules',
        component: () => import('../features/alert-rules/pages/AlertRulesPage.vue'),
        meta: { anyOf: needs('rules'), title: 'nav.alertRules' },
      },
      {
        path: 'evaluation',
        name: 'evaluationRules',
        component: () => import('../features/evaluation-rules/pages/EvaluationRulesPage.vue'),
        meta: { anyOf: needs('rules'), title: 'nav.evaluationRules' },
      },
    ],
  },
  {
    path: '/rounds',
    name: 'rounds',
    component: () => import('../features/reporting/pages/RoundsPage.vue'),
    meta: pageMeta('rounds'),
  },
  {
    path: '/settings',
    component: () => import('./pages/SettingsPage.vue'),
    children: [
      { path: '', name: 'settings', redirect: { name: 'people' } },
      {
        path: 'people',
        name: 'people',
        component: () => import('../features/people/pages/PeoplePage.vue'),
        meta: { anyOf: ['users.manage'], title: 'nav.people' },
      },
      {
        path: 'people/:id',
        name: 'person',
        component: () => import('../features/people/pages/PersonPage.vue'),
        props: true,
        meta: { anyOf: ['users.manage'], title: 'nav.people' },
      },
      {
        path: 'organisations',
        name: 'organisations',
        component: () => import('../features/organisations/pages/OrganisationsPage.vue'),
        meta: { anyOf: ['settings.manage'], title: 'nav.organisations' },
      },
      {
        path: 'work-calendar',
        name: 'workCalendar',
        component: () => import('../features/work-calendar/pages/WorkCalendarPage.vue'),
        meta: { anyOf: ['settings.manage'], title: 'nav.workCalendar' },
      },
      {
        path: 'channels',
        name: 'channels',
        component: () => import('../features/channels/pages/ChannelsPage.vue'),
        meta: { anyOf: ['settings.manage'], title: 'nav.channels' },
      },
      {
        path: 'tokens',
        name: 'tokens',
        component: () => import('../features/identity/pages/TokensPage.vue'),
        meta: { anyOf: ['users.manage'], title: 'nav.tokens' },
      },
    ],
  },
  {
    path: '/me',
    name: 'me',
    component: () => import('../features/people/pages/MePage.vue'),
    meta: { title: 'nav.me', paper: 'portrait' },
  },
  {
    path: '/me/password',
    name: 'password',
    component: () => import('../features/identity/pages/PasswordPage.vue'),
    meta: { title: 'nav.password' },
  },
  {
    path: '/jobs',
    name: 'jobs',
    component: () => import('../features/jobs/pages/JobsPage.vue'),
    meta: pageMeta('jobs'),
  },
  {
    path: '/audit',
    name: 'audit',
    component: () => import('../features/audit/pages/AuditPage.vue'),
    meta: pageMeta('audit'),
  },
  // Links in messages: only the page knows where what a notice is about is seen.
  { path: '/go', redirect: ({ query }) => linkOfMessage(query) },
  {
    path: '/forbidden',
    name: 'forbidden',
    component: () => import('./pages/ForbiddenPage.vue'),
    meta: { title: 'forbidden.title' },
  },
  {
    path: '/:path(.*)*',
    name: 'notFound',
    component: () => import('./pages/NotFoundPage.vue'),
    meta: { title: 'notFound.title' },
  },
];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

/** What somebody begins with, and what needs no sentence of any other page. */
const FIRST_PAGES: ReadonlySet<string> = new Set(['home', 'signIn', 'overview']);

async function guard(to: RouteLocationNormalized) {
  const session = useSessionStore();
  await session.load();
  const verdict = admission(to.meta, session.state === 'signedIn', session.permissions);
  if (verdict === 'signIn') return { name: 'signIn', query: to.path === '/' ? {} : { to: to.fullPath } };
  if (session.passwordDue !== null && to.name !== 'password') return { name: 'password', query: { to: to.fullPath } };
  if (verdict === 'forbidden') return { name: 'forbidden' };
  const leadsOn = to.name === 'home' || to.name === 'signIn';
  if (leadsOn && session.state === 'signedIn') return { path: homeFor(session.permissions) };
  if (!FIRST_PAGES.has(String(to.name))) await loadLaterMessages();
  return true;
}
router.beforeEach(guard);
