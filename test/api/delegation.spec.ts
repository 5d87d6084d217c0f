import { permissionsOf } from '@jixiao/domain';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Delegation, NewDelegationView } from '../../apps/api/src/features/people/http/people.dto.js';
import { PeopleDirectory } from '../../apps/api/src/features/identity/index.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { UserDelegation } from '../../apps/api/src/features/identity/persistence/user-delegation.entity.js';
import { UserRole } from '../../apps/api/src/features/identity/persistence/user-role.entity.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { describeBackends } from '../support/services.js';

interface Me {
  readonly permissions: readonly string[];
  readonly actsFor: readonly string[];
  readonly roles: readonly { readonly role: string; readonly onBehalfOf?: string }[];
}

describeBackends('Deputies', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let today: string;
  let id: (username: string) => Promise<string>;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    today = api.app.get(Clock, { strict: false }).today();
    id = async (username) => (await uow.reader.findOneByOrFail(UserAccount, { username })).id;
    await api.addTree();
    await api.addUser('clerk', 'clerk', '340002');
    await api.addUser('colleague', 'leader', '340002');
    await api.addUser('reviewer', 'unitReviewer', '340002');
    await api.addUser('above', 'departmentReviewer', '340001');
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('court', 'clerk', '336001');
    await api.addUser('admin', 'admin', '001');
    await api.addUser('justice-admin', 'admin', '340001');
  });
  afterAll(() => api.close());
  beforeEach(() => uow.run((manager) => manager.createQueryBuilder().delete().from(UserDelegation).execute()));

  const appoint = async (by: Visitor, to: string, more: object = {}) =>
    by.post<NewDelegationView & Refusal>('/deputies', {
      toUserId: await id(to),
      fromDay: today,
      reason: '出差',
      untilDay: daysLater(30),
      ...more,
    });
  const daysLater = (days: number): string =>
    new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const me = async (username: string): Promise<Me> => (await (await api.as(username)).get<Me>('/session')).body;

  it('have the roles of the person while appointed, say whose they are, and lose them when it ends', async () => {
    const clerk = await api.as('clerk');
    expect((await me('colleague')).permissions).not.toContain('reports.write');
    const { status, body } = await appoint(clerk, 'colleague');
    expect(status).toBe(201);
    expect(body).toMatchObject({ delegation: { state: 'inForce', reason: '出差' }, warnings: [] });
    const deputy = await me('colleague');
    expect(deputy.permissions).toEqual(expect.arrayContaining(['reports.write', 'reports.submit', 'comments.write']));
    expect(deputy.actsFor).toEqual(['clerk']);
    expect(deputy.roles).toMatchObject([{ role: 'leader' }, { role: 'clerk', onBehalfOf: 'clerk' }]);
    expect((await me('clerk')).permissions).toContain('reports.write');
    const list = async (username: string) =>
      (await (await api.as(username)).get<{ items: Delegation[] }>('/deputies')).body.items;
    expect(await list('clerk')).toEqual(await list('colleague'));
    expect(await list('court')).toEqual([]);
    expect((await (await api.as('court')).post<Refusal>(`/deputies/${body.delegation.id}/end`)).body.code).toBe(
      'not-found',
    );
    expect((await clerk.post(`/deputies/${body.delegation.id}/end`)).status).toBe(204);
    const { actsFor, permissions } = await me('colleague');
    expect([actsFor, permissions]).toEqual([[], permissionsOf('leader')]);
  });

  it('act from the first to the last day only', async () => {
    const clerk = await api.as('clerk');
    const { body } = await appoint(clerk, 'colleague', { fromDay: daysLater(1), untilDay: daysLater(1) });
    expect(body.delegation.state).toBe('planned');
    expect((await me('colleague')).actsFor).toEqual([]);
    const move = (fromDay: string, untilDay: string) =>
      uow.run((manager) => manager.update(UserDelegation, { id: body.delegation.id }, { fromDay, untilDay }));
    await move(today, today);
    expect((await me('colleague')).actsFor).toEqual(['clerk']);
    await move(daysLater(-2), daysLater(-1));
    expect((await me('colleague')).actsFor).toEqual([]);
  });

  it('pass nothing on: what somebody has as a deputy goes no further', async () => {
    await appoint(await api.as('clerk'), 'reviewer');
    expect((await me('reviewer')).permissions).toContain('reports.write');
    await appoint(await api.as('reviewer'), 'above');
    const above = await me('above');
    expect(above.actsFor).toEqual(['reviewer']);
    expect(above.permissions).not.toContain('reports.write');
  });

  it('are told what the person is told, while appointed', async () => {
    const directory = api.app.get(PeopleDirectory, { strict: false });
    const approvers = async () => [
      ...new Set((await directory.holders(uow.reader, 'reports.approve')).map(({ username }) => username)),
    ];
    expect(await approvers()).toEqual(['above', 'reviewer']);
    const { body } = await appoint(await api.as('reviewer'), 'colleague');
    expect(await approvers()).toEqual(['above', 'colleague', 'reviewer']);
    expect((await directory.holders(uow.reader, 'users.manage')).map(({ username }) => username)).toEqual([
      'admin',
      'justice-admin',
    ]);
    const move = (change: Partial<UserDelegation>) =>
      uow.run((manager) => manager.update(UserDelegation, { id: body.delegation.id }, change));
    await move({ fromDay: daysLater(1) });
    expect(await approvers()).toEqual(['above', 'reviewer']);
    await move({ fromDay: today, endedAt: '2020-01-01T00:00:00.000Z' });
    expect(await approvers()).toEqual(['above', 'reviewer']);
  });

  it('are told nothing of a role that the person no longer holds', async () => {
    const directory = api.app.get(PeopleDirectory, { strict: false });
    const holders = async () =>
      (await directory.holders(uow.reader, 'reports.submit')).map(({ username }) => username).sort();
    await appoint(await api.as('clerk'), 'colleague');
    expect(await holders()).toEqual(['clerk', 'colleague', 'court']);
    const userId = await id('clerk');
    const move = (validUntil: string | null) =>
      uow.run((manager) => manager.update(UserRole, { userId }, { validUntil }));
    await move(daysLater(-1));
    expect(await holders()).toEqual(['court']);
    await move(null);
  });

  it('never have the managing of people and settings, and lose all with the person’s account', async () => {
    const admin = await api.as('admin');
    const body = { toUserId: await id('finance'), fromDay: today, untilDay: today, reason: 'x' };
    const lent = await admin.post<Refusal>(`/users/${await id('justice-admin')}/deputies`, body);
    expect(lent.body.code).toBe('nothing-to-lend');
    await appoint(await api.as('clerk'), 'colleague');
    const close = (active: boolean) =>
      uow.run((manager) => manager.update(UserAccount, { username: 'clerk' }, { active }));
    await close(false);
    expect((await me('colleague')).actsFor).toEqual([]);
    await close(true);
  });

  it('are out of reach of an administrator who does not reach what was lent to them', async () => {
    const admin = await api.as('justice-admin');
    const above = `/users/${await id('above')}`;
    expect((await admin.get(above)).status).toBe(200);
    expect((await appoint(await api.as('finance'), 'above')).status).toBe(201);
    for (const answer of [
      admin.get(above),
      admin.post(`${above}/password-reset`),
      admin.patch(above, { displayName: '别名' }),
    ]) {
      expect((await answer).status).toBe(404);
    }
    expect((await (await api.as('admin')).get(above)).status).toBe(200);
  });

  it('do no business where they manage people and settings, whichever came first', async () => {
    const admin = await api.as('admin');
    expect((await appoint(await api.as('finance'), 'above')).status).toBe(201);
    const organisation = (await uow.reader.findOneByOrFail(UserRole, { role: 'admin', userId: await id('admin') }))
      .organisationId;
    const role = { role: 'admin', organisationId: organisation };
    const own = await uow.reader.findOneByOrFail(UserRole, { userId: await id('above') });
    const changed = { removeRoles: [own.id], addRoles: [role] };
    const refused = await admin.patch<Refusal>(`/users/${await id('above')}`, changed);
    expect([refused.status, refused.body.code]).toEqual([409, 'duties-mixed']);
    await uow.run((manager) => manager.update(UserRole, { id: own.id }, role as Partial<UserRole>));
    expect((await me('above')).permissions).not.toContain('rounds.manage');
    const told = await api.app.get(PeopleDirectory, { strict: false }).holders(uow.reader, 'reports.accept');
    expect(told.map(({ username }) => username)).toEqual(['finance']);
    await uow.run((manager) => manager.save(UserRole, own));
  });

  it('are people of the same organisation, or above or below it in one line', async () => {
    const clerk = await api.as('clerk');
    const candidates = async (by: Visitor, search = '') =>
      (await by.get<{ items: { username: string }[] }>(`/deputies/candidates?search=${search}`)).body.items.map(
        ({ username }) => username,
      );
    expect(await candidates(clerk)).toEqual(['above', 'colleague', 'finance', 'reviewer']);
    expect(await candidates(clerk, 'abo')).toEqual(['above']);
    expect(await candidates(await api.as('court'))).toEqual(['finance']);
    expect((await appoint(clerk, 'court')).body.code).toBe('deputy-out-of-line');
    expect((await appoint(clerk, 'admin')).body.code).toBe('deputy-out-of-line');
    expect((await appoint(clerk, 'clerk')).body.code).toBe('deputy-out-of-line');
    expect((await appoint(clerk, 'colleague', { fromDay: daysLater(-1) })).body.code).toBe('day-over');
    expect((await appoint(clerk, 'colleague', { fromDay: daysLater(3), untilDay: daysLater(2) })).body.code).toBe(
      'day-over',
    );
    expect((await appoint(clerk, 'colleague', { untilDay: daysLater(367) })).body.code).toBe('deputy-too-long');
  });

  it('are appointed by an administrator for people within reach, who is told of duties that meet', async () => {
    const justiceAdmin = await api.as('justice-admin');
    const post = async (from: string, to: string) =>
      justiceAdmin.post<NewDelegationView & Refusal>(`/users/${await id(from)}/deputies`, {
        toUserId: await id(to),
        fromDay: today,
        untilDay: today,
        reason: '病假',
      });
    expect((await post('clerk', 'court')).body.code).toBe('not-found');
    expect((await post('finance', 'clerk')).body.code).toBe('not-found');
    expect((await post('clerk', 'reviewer')).body.warnings).toEqual(['enters-and-checks']);
    const { body } = await post('clerk', 'above');
    expect(body.delegation.createdBy).toBe('justice-admin');
    expect((await justiceAdmin.post(`/deputies/${body.delegation.id}/end`)).status).toBe(204);
  });
});
