import {
  permissionForChangeStep,
  permissionForMeasureStep,
  permissionForNamingStep,
  permissionForOfficialReportStep,
  permissionForRectificationStep,
  permissionsOf,
  ROLES,
  type Permission,
  type Role,
} from '@jixiao/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Refusal, Visitor } from '../support/api.js';
import { FOLLOW_UP_STEPS, REPORT_STEP, isAboutSomebody, requestFor, STEP } from '../support/access-requests.js';
import { accessWorld, type AccessWorld, type Subtree } from '../support/access-world.js';
import { apiRoutes, type Route } from '../support/api-routes.js';
import { describeBackends } from '../support/services.js';

const { routes, schemas } = await apiRoutes();

/** Answer anybody, signed in or not. A route is put here on purpose, never by forgetting its permission. */
const PUBLIC = ['DELETE /session', 'GET /health', 'GET /session/methods', 'POST /session'];
/** Answer any signed-in person, whatever the role: about themselves, or about what everybody may know. */
const ANYBODY_SIGNED_IN = [
  'DELETE /session/others',
  'GET /deputies',
  'GET /deputies/candidates',
  'GET /events',
  'GET /fiscal-years',
  'GET /jobs',
  'GET /jobs/{id}',
  'GET /me/notification-preferences',
  'GET /notifications',
  'GET /organisations',
  'GET /rounds',
  'GET /rule-packs',
  'GET /session',
  'GET /session/account',
  'GET /work-calendar/{year}',
  'POST /deputies',
  'POST /deputies/{id}/end',
  'POST /jobs/{id}/cancel',
  'POST /notifications/read',
  'PUT /me/notification-preferences',
  'PUT /session/password',
];
/** Concern every unit at once, so a permission below the root is not enough. */
const WHOLE_COUNTY = [
  'GET /alert-rules',
  'GET /alert-rules/trials',
  'GET /alert-rules/trials/{id}',
  'GET /alert-rules/trials/{id}/alerts',
  'GET /audit',
  'GET /audit/choices',
  'GET /audit/export',
  'GET /audit/verification',
  'GET /evaluation-rules',
  'GET /fiscal-years/{year}/carry-over',
  'GET /rounds/{year}/{month}/seals',
  'GET /rounds/{year}/{month}/seals/check',
  'GET /rule-packs/presets',
  'GET /rule-packs/versions',
  'GET /rule-simulations',
  'GET /rule-simulations/{id}',
  'GET /rule-simulations/{id}/changes',
  'PATCH /evaluations/years/{year}',
  'PATCH /rounds/{year}/{month}',
  'POST /alert-rules',
  'POST /alert-rules/trials',
  'POST /evaluation-rules',
  'POST /evaluations/years',
  'POST /evaluations/years/{year}/verification',
  'POST /fiscal-years/{year}/carry-over',
  'POST /forecasts/back-test',
  'POST /form-templates/{kind}',
  'POST /form-templates/{kind}/reset',
  'POST /rounds',
  'POST /rounds/{year}/{month}/adopted-targets',
  'POST /rounds/{year}/{month}/lock',
  'POST /rounds/{year}/{month}/recompute',
  'POST /rounds/{year}/{month}/resume-reporting',
  'POST /rounds/{year}/{month}/seals/check',
  'POST /rule-packs',
  'POST /rule-simulations',
  'PUT /fiscal-years/{year}/rule-pack',
  'PUT /rounds/{year}/{month}/rule-pack',
  'PUT /work-calendar/{year}',
];
/** Takes one of several steps, and the matrix asks for one: a role that may take only another one is refused. */
const STEP_PERMISSION: Readonly<Record<string, Permission>> = {
  'POST /target-changes/{changeId}/{step}': permissionForChangeStep(STEP),
  'POST /rectifications/{id}/steps': permissionForRectificationStep(FOLLOW_UP_STEPS.rectification),
  'POST /budget-measures/{id}/steps': permissionForMeasureStep(FOLLOW_UP_STEPS.measure),
  'POST /named-units/{id}/steps': permissionForNamingStep(FOLLOW_UP_STEPS.naming),
  'POST /supervisions/{id}/steps': 'rectifications.write',
  'POST /official-reports/{id}/steps': permissionForOfficialReportStep(REPORT_STEP),
};
/** An open stream: it answers with what is coming, and never ends. */
const STREAMS = ['GET /events'];
/** Take many things at once, and refuse the foreign ones each by itself: what is never among what was done. */
const REFUSED_ONE_BY_ONE: Readonly<Record<string, readonly number[]>> = {
  'POST /alerts/acknowledge': [200],
  'POST /alerts/answer': [200],
  'POST /alerts/suspension': [200],
  'GET /papers/{code}': [200],
  'POST /deputies': [409],
  'POST /evaluations/steps': [200],
  'POST /evaluations/years/{year}/final-accounts': [422],
  'POST /rounds/{year}/{month}/reports': [422],
  'POST /rounds/{year}/{month}/steps': [200],
  'POST /target-approvals': [200],
  'POST /treasury/figures': [200],
};
/** Whoever holds a paper in his hands may know that it is one, and nothing else of it. */
const TOLD_ONLY_THAT_IT_IS: Readonly<Record<string, unknown>> = {
  'GET /papers/{code}': {
    reach: 'outside',
    paper: null,
    report: null,
    forms: [],
    since: [],
    sinceCount: 0,
  },
};
/** Of these the answer names what was refused, project by project. */
const TAKEN_ONE_BY_ONE = ['POST /rounds/{year}/{month}/steps', 'POST /target-approvals'];

const keysWhere = (condition: (route: Route) => boolean): string[] =>
  routes
    .filter(condition)
    .map(({ key }) => key)
    .sort();
const holds = (role: Role, { access }: Route): boolean =>
  access === 'public' || access.length === 0 || permissionsOf(role).some((permission) => access.includes(permission));
const mayTakeStep = (role: Role, { key }: Route): boolean => {
  const permission = STEP_PERMISSION[key];
  return permission === undefined || permissionsOf(role).includes(permission);
};
const restricted = routes.filter(({ access }) => access !== 'public');
const tried = restricted.filter(({ key }) => !STREAMS.includes(key));

describe('access rules of all routes', () => {
  it('only the named routes are public, and only the named ones open to everybody signed in', () => {
    expect(keysWhere(({ access }) => access === 'public')).toEqual(PUBLIC);
    expect(keysWhere(({ access }) => access.length === 0)).toEqual(ANYBODY_SIGNED_IN);
  });
});

describeBackends('Route × role × subtree', (backend) => {
  let world: AccessWorld;
  beforeAll(async () => {
    world = await accessWorld(backend);
  }, 120_000);
  afterAll(() => world.api.close());

  const send = (visitor: Visitor, route: Route, subtree: Subtree): Promise<Answer<Refusal>> => {
    const { path, payload, headers } = requestFor(route, schemas, subtree);
    return world.api.request<Refusal>(route.method, path, payload, { ...headers, cookie: `sid=${visitor.token}` });
  };

  // Refusals first: nothing that is refused changes what the next request finds.
  describe.each(tried.map((route) => [route.key, route] as const))('%s', (_key, route) => {
    it('wants somebody signed in', async () => {
      const { path, payload, headers } = requestFor(route, schemas, world.own);
      const answer = await world.api.request<Refusal>(route.method, path, payload, headers);
      expect([answer.status, answer.body.code]).toEqual([401, 'not-signed-in']);
    });

    it('refuses every role without the permission, near and at the root', async () => {
      for (const role of ROLES.filter((each) => !holds(each, route))) {
        for (const visitor of [world.near[role], world.county[role]]) {
          const answer = await send(visitor, route, world.own);
          expect([role, answer.status, answer.body.code]).toEqual([role, 403, 'forbidden']);
        }
      }
    });

    it('keeps a foreign subtree from every role that has the permission elsewhere', async () => {
      const { said, namesSubtree } = requestFor(route, schemas, world.foreign);
      // What names no subtree is judged by what it reads; a write that names none has no foreign one to touch.
      if (!namesSubtree && route.method !== 'GET') return;
      const refusals = REFUSED_ONE_BY_ONE[route.key] ?? [403, 404];
      for (const role of ROLES.filter((each) => holds(each, route))) {
        const answer = await send(world.near[role], route, world.foreign);
        expect([role, wrong(answer, namesSubtree ? refusals : [200, 403])]).toEqual([role, null]);
        expect([role, leaks(answer.body, world.foreign, said)]).toEqual([role, []]);
        if (answer.status !== 200 || !namesSubtree) continue;
        if (route.key in TOLD_ONLY_THAT_IT_IS) {
          expect([role, answer.body]).toEqual([role, TOLD_ONLY_THAT_IT_IS[route.key]]);
          continue;
        }
        expect([role, doneIn(answer.body)]).toEqual([role, []]);
        if (TAKEN_ONE_BY_ONE.includes(route.key)) {
          const refused = [{ projectId: world.foreign.projectId, code: 'not-found' }];
          expect([role, answer.body]).toMatchObject([role, { done: [], refused }]);
        }
      }
    });
  });

  const readsFirst = [...tried].sort((a, b) => Number(a.method !== 'GET') - Number(b.method !== 'GET'));
  describe.each(readsFirst.map((route) => [route.key, route] as const))('%s, allowed', (_key, route) => {
    it('answers every role that has the permission', async () => {
      const wholeCounty = WHOLE_COUNTY.includes(route.key);
      let found = false;
      for (const role of ROLES.filter((each) => holds(each, route))) {
        const near = await send(world.near[role], route, world.own);
        const county = await send(world.county[role], route, world.own);
        found ||= near.status !== 404 || county.status !== 404;
        const heard = mayTakeStep(role, route) ? null : 'forbidden';
        expect([role, 'root', refusal(county)]).toEqual([role, 'root', heard]);
        expect([role, 'near', refusal(near)]).toEqual([role, 'near', wholeCounty ? 'forbidden' : heard]);
        expect([role, leaks(near.body, world.foreign, '')]).toEqual([role, []]);
      }
      // Else the foreign one is refused only because the address means nothing.
      expect(found || !isAboutSomebody(route)).toBe(true);
    });
  });
});

/** The answer where its status is none of those. */
const wrong = ({ status, body }: Answer<Refusal>, statuses: readonly number[]): unknown =>
  statuses.includes(status) ? null : { status, body };

/** What was done of what was asked for, where each thing is taken or refused by itself. */
const doneIn = (body: unknown): unknown => {
  const { done, figures } = body as { readonly done?: unknown[]; readonly figures?: number };
  return done ?? (figures === 0 ? [] : body);
};

/** Why a request got no hearing; null where it was heard, be it with a fault in its content. */
const refusal = ({ status, body }: Answer<Refusal>): string | null =>
  [401, 403].includes(status) || status >= 500 ? body.code : null;

/** What of a foreign subtree stands in an answer, beyond what the request itself named. */
function leaks(body: unknown, { secrets }: Subtree, asked: string): readonly string[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
  return secrets.filter((secret) => secret !== '' && text.includes(secret) && !asked.includes(secret));
}
