import { permissionsOf } from '@jixiao/domain';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type {
  FirstPassword,
  Person,
  PersonDetail,
  PersonPage,
} from '../../apps/api/src/features/people/http/people.dto.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { UserRole } from '../../apps/api/src/features/identity/persistence/user-role.entity.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { describeBackends } from '../support/services.js';

interface Handover {
  readonly handedOver: readonly { readonly role: string; readonly organisationName: string }[];
  readonly warnings: readonly string[];
}

describeBackends('Managing people', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let admin: Visitor;
  let justiceAdmin: Visitor;
  let places: Record<'root' | 'court' | 'justice' | 'aid', string>;
  let count = 0;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('admin', 'admin', '001');
    await api.addUser('justice-admin', 'admin', '340001');
    await api.addUser('auditor', 'auditor', '001');
    admin = await api.as('admin');
    justiceAdmin = await api.as('justice-admin');
    const id = (code: string) => organisationId(admin, code);
    places = { root: await id('001'), court: await id('336001'), justice: await id('340001'), aid: await id('340002') };
  });
  afterAll(() => api.close());
  beforeEach(() => {
    count += 1;
  });

  const idOf = async (username: string): Promise<string> =>
    (await uow.reader.findOneByOrFail(UserAccount, { username })).id;
  async function addPerson(
    role: string,
    place: string,
    by: Visitor = admin,
  ): Promise<FirstPassword & { name: string }> {
    const name = `p${count}-${role}-${Math.random().toString(36).slice(2, 8)}`;
    const body = { username: name, displayName: `姓名 ${name}`, roles: [{ role, organisationId: place }] };
    const answer = await by.post<FirstPassword>('/users', body);
    expect(answer.status).toBe(201);
    return { ...answer.body, name };
  }
  const detail = async (id: string, by: Visitor = admin) => (await by.get<PersonDetail>(`/users/${id}`)).body;
  const patch = (id: string, changes: object, by: Visitor = admin) =>
    by.patch<PersonDetail & Refusal>(`/users/${id}`, changes);
  const names = async (query: string, by: Visitor = admin): Promise<string[]> =>
    (await by.get<PersonPage>(`/users?size=200&${query}`)).body.items.map(({ username }) => username);
  const rolesOf = ({ roles }: Person): string[] =>
    roles.map(({ role, organisationName }) => `${role}@${organisationName}`);

  it('adds a person with a first password that is shown once and has to be changed', async () => {
    const { name, password, id } = await addPerson('clerk', places.aid);
    expect(password).toMatch(/^([A-Z][a-z]{2}\d-){3}[A-Z][a-z]{2}\d$/);
    const person = await api.as(name, password);
    expect((await person.get<{ passwordDue: string }>('/session')).body.passwordDue).toBe('first');
    expect(await detail(id)).toMatchObject({ username: name, state: 'active', mustChangePassword: true, sessions: 1 });
    const trail = await (await api.as('auditor')).get(`/audit?subject=user/${id}`);
    expect(JSON.stringify(trail.body)).toContain('identity.add-user');
    expect(JSON.stringify([trail.body, await detail(id)])).not.toContain(password);
  });

  it('says why a name cannot be taken', async () => {
    const add = (username: string) =>
      admin.post<Refusal>('/users', {
        username,
        displayName: '重名',
        roles: [{ role: 'clerk', organisationId: places.aid }],
      });
    expect(await add('system')).toMatchObject({ status: 422, body: { code: 'username-reserved' } });
    expect(await add('ADMIN')).toMatchObject({ status: 409, body: { code: 'username-similar' } });
    expect((await add('ADMIN')).body.message).toContain('大小写');
  });

  it('is for administrators only', async () => {
    await api.addUser(`finance-${count}`, 'financeReviewer', '001');
    const finance = await api.as(`finance-${count}`);
    for (const path of ['/users', `/users/${await idOf('admin')}`]) {
      expect(await finance.get(path)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });

  it('shows and lets change only people whose roles all lie within reach', async () => {
    const inside = await addPerson('clerk', places.aid);
    const outside = await addPerson('clerk', places.court);
    const both = await addPerson('clerk', places.aid);
    await patch(both.id, { addRoles: [{ role: 'leader', organisationId: places.root }] });
    const seen = await names('', justiceAdmin);
    expect(seen).toContain(inside.name);
    expect(seen).not.toContain(outside.name);
    expect(seen).not.toContain(both.name);
    expect(seen).not.toContain('admin');
    expect(await names('')).toEqual(expect.arrayContaining([inside.name, outside.name, both.name, 'admin']));
    for (const { id } of [outside, both]) {
      expect(await justiceAdmin.get(`/users/${id}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      for (const [method, path] of [
        ['patch', ''],
        ['post', '/password-reset'],
        ['post', '/unlock'],
        ['post', '/end-sessions'],
      ] as const) {
        expect((await justiceAdmin[method](`/users/${id}${path}`, { displayName: 'x' })).status).toBe(404);
      }
    }
    const roles = [{ role: 'clerk', organisationId: places.court }];
    const refused = await justiceAdmin.post('/users', { username: `x${count}`, displayName: 'x', roles });
    expect(refused).toMatchObject({ status: 404 });
    expect((await patch(inside.id, { addRoles: roles }, justiceAdmin)).status).toBe(404);
  });

  it('finds people by name, organisation, role and state', async () => {
    const clerk = await addPerson('clerk', places.aid);
    const leader = await addPerson('leader', places.court);
    await patch(leader.id, { active: false });
    expect(await names(`search=${clerk.name.toUpperCase()}`)).toEqual([clerk.name]);
    expect(await names('search=%25')).toEqual([]);
    const below = await names(`organisationId=${places.justice}`);
    expect(below).toContain(clerk.name);
    expect(below).not.toContain(leader.name);
    expect(await names('role=leader')).toContain(leader.name);
    expect(await names('role=leader&state=active')).not.toContain(leader.name);
    expect(await names('state=closed')).toContain(leader.name);
    expect(await names('state=closed')).not.toContain(clerk.name);
  });

  it('gives and takes roles, which count with the next request', async () => {
    const { id, name, password } = await addPerson('clerk', places.aid);
    await uow.run((manager) => manager.update(UserAccount, { id }, { mustChangePassword: false }));
    const person = await api.as(name, password);
    const may = async (): Promise<string[]> =>
      (await person.get<{ permissions: string[] }>('/session')).body.permissions;
    expect(await may()).toContain('reports.write');
    const [held] = (await detail(id)).roles;
    const changed = await patch(id, {
      addRoles: [{ role: 'leader', organisationId: places.justice }],
      removeRoles: [held?.id],
    });
    expect(rolesOf(changed.body)).toEqual(['leader@司法局']);
    expect(await may()).toEqual(permissionsOf('leader'));
    expect((await patch(id, { removeRoles: [held?.id] })).body.code).toBe('not-found');
  });

  it('lets only an administrator of the whole county appoint finance and audit outside a finance bureau', async () => {
    const overseer = (role: string) => ({
      username: `over-${role}`,
      displayName: '越权',
      roles: [{ role, organisationId: places.justice }],
    });
    for (const role of ['financeReviewer', 'auditor']) {
      const refused = await justiceAdmin.post<Refusal>('/users', overseer(role));
      expect([refused.status, refused.body.code]).toEqual([403, 'role-beyond-reach']);
    }
    expect((await admin.post('/users', overseer('auditor'))).status).toBe(201);
  });

  it('tells that a person checks what he enters, and refuses an administrator with business', async () => {
    const { id } = await addPerson('clerk', places.aid);
    const reviewer = { role: 'unitReviewer', organisationId: places.aid };
    expect((await patch(id, { addRoles: [reviewer] })).body.warnings).toEqual(['enters-and-checks']);
    expect((await patch(id, { addRoles: [{ role: 'admin', organisationId: places.aid }] })).body.code).toBe(
      'duties-mixed',
    );
    expect((await detail(id)).roles).toHaveLength(2);
    const other = await addPerson('admin', places.justice);
    expect((await patch(other.id, { addRoles: [reviewer] })).body.code).toBe('duties-mixed');
  });

  it('lets nobody change the own roles or close the own account, and keeps the last administrator', async () => {
    const own = await idOf('admin');
    const [role] = await uow.reader.findBy(UserRole, { userId: own });
    for (const changes of [
      { active: false },
      { removeRoles: [role?.id] },
      { addRoles: [{ role: 'admin', organisationId: places.aid }] },
    ]) {
      expect(await patch(own, changes)).toMatchObject({ status: 403, body: { code: 'own-account' } });
    }
    expect((await patch(own, { displayName: '新名字' })).body.displayName).toBe('新名字');
    expect((await admin.post<Refusal>(`/users/${own}/password-reset`)).body.code).toBe('own-account');
    // Two administrators who take each other out at the same moment: one of them stays.
    await api.addUser(`second-${count}`, 'admin', '001');
    const second = await api.as(`second-${count}`);
    const secondId = await idOf(`second-${count}`);
    const answers = await Promise.all([patch(secondId, { active: false }), patch(own, { active: false }, second)]);
    const stays = await uow.reader.findBy(UserAccount, [
      { id: own, active: true },
      { id: secondId, active: true },
    ]);
    expect(stays.length).toBeGreaterThanOrEqual(1);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    await uow.run((manager) => manager.update(UserAccount, { id: own }, { active: true }));
    admin = await api.as('admin');
  });

  it('closes an account with its sessions at once, and opens it again', async () => {
    const { id, name, password } = await addPerson('leader', places.aid);
    const person = await api.as(name, password);
    expect((await patch(id, { active: false })).body.state).toBe('closed');
    expect((await person.get('/session')).status).toBe(401);
    expect((await api.request('POST', '/session', { username: name, password })).status).toBe(401);
    expect((await patch(id, { active: true })).body.state).toBe('active');
    expect((await person.get('/session')).status).toBe(401);
    await api.as(name, password);
  });

  it('resets a password, lifts a lock and ends sessions', async () => {
    const { id, name, password } = await addPerson('leader', places.aid);
    const guess = () => api.request<Refusal>('POST', '/session', { username: name, password: 'guess' });
    const lock = async () => {
      for (let turn = 0; turn < 5; turn += 1) await guess();
      expect((await guess()).body.code).toBe('account-locked');
    };
    await lock();
    expect(await detail(id)).toMatchObject({ state: 'locked', lockedUntil: expect.any(String) });
    expect(await names('state=locked')).toEqual([name]);
    expect((await admin.post(`/users/${id}/unlock`)).status).toBe(204);
    expect((await detail(id)).state).toBe('active');
    const person = await api.as(name, password);
    expect((await admin.post(`/users/${id}/end-sessions`)).status).toBe(204);
    expect((await person.get('/session')).status).toBe(401);
    await lock();
    const { body } = await admin.post<FirstPassword>(`/users/${id}/password-reset`);
    expect((await api.request('POST', '/session', { username: name, password })).status).toBe(401);
    const again = await api.as(name, body.password);
    expect((await again.get<{ passwordDue: string }>('/session')).body.passwordDue).toBe('first');
  });

  it('hands roles over at once', async () => {
    const [giver, taker] = [await addPerson('clerk', places.aid), await addPerson('clerk', places.justice)];
    await patch(giver.id, { addRoles: [{ role: 'clerk', organisationId: places.court }] });
    const today = api.app.get(Clock, { strict: false }).today();
    const hand = (body: object) =>
      admin.post<Handover & Refusal>(`/users/${giver.id}/handover`, { toUserId: taker.id, from: today, ...body });
    expect((await hand({ toUserId: giver.id })).body.code).toBe('same-person');
    expect((await hand({ from: '2020-01-01' })).body.code).toBe('day-over');
    expect((await hand({ organisationIds: [places.root] })).body.code).toBe('nothing-to-hand-over');
    const one = await hand({ organisationIds: [places.court] });
    expect(one.body.handedOver).toEqual([{ role: 'clerk', organisationName: '法院' }]);
    expect(rolesOf(await detail(giver.id))).toEqual(['clerk@法律援助中心']);
    await hand({});
    expect((await detail(giver.id)).roles).toEqual([]);
    expect(rolesOf(await detail(taker.id)).sort()).toEqual(['clerk@司法局', 'clerk@法律援助中心', 'clerk@法院'].sort());
    expect((await hand({})).body.code).toBe('nothing-to-hand-over');
  });

  it('hands roles over from a later day on: neither early nor twice', async () => {
    const [giver, taker] = [await addPerson('clerk', places.aid), await addPerson('leader', places.aid)];
    await uow.run((manager) => manager.update(UserAccount, [giver.id, taker.id], { mustChangePassword: false }));
    const may = async ({ name, password }: typeof giver): Promise<boolean> => {
      const { body } = await (await api.as(name, password)).get<{ permissions: string[] }>('/session');
      return body.permissions.includes('reports.write');
    };
    const answer = await admin.post<Handover>(`/users/${giver.id}/handover`, {
      toUserId: taker.id,
      from: '2099-01-01',
    });
    expect(answer.status).toBe(200);
    expect([await may(giver), await may(taker)]).toEqual([true, false]);
    expect((await detail(giver.id)).roles).toMatchObject([{ validUntil: '2098-12-31' }]);
    expect((await detail(taker.id)).roles[1]).toMatchObject({ role: 'clerk', validFrom: '2099-01-01' });
    await uow.run(async (manager) => {
      await manager.update(UserRole, { userId: giver.id }, { validUntil: '2020-12-31' });
      await manager.update(UserRole, { userId: taker.id, role: 'clerk' }, { validFrom: '2021-01-01' });
    });
    expect([await may(giver), await may(taker)]).toEqual([false, true]);
    expect((await detail(giver.id)).roles).toEqual([]);
    // The role that is over makes way for the same one, given again.
    expect((await patch(giver.id, { addRoles: [{ role: 'clerk', organisationId: places.aid }] })).status).toBe(200);
    expect(await may(giver)).toBe(true);
  });
});
