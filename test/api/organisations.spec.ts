import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { document, importDocuments, openRound, organisationId } from '../support/county.js';
import { describeBackends } from '../support/services.js';

interface Node {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly active: boolean;
}

describeBackends('Managing organisations', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let admin: Visitor;
  let justiceAdmin: Visitor;
  let ids: Record<'root' | 'court' | 'justice' | 'aid', string>;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('admin', 'admin', '001');
    await api.addUser('justice-admin', 'admin', '340001');
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('aid-clerk', 'clerk', '340002');
    admin = await api.as('admin');
    justiceAdmin = await api.as('justice-admin');
    const id = (code: string) => organisationId(admin, code);
    ids = { root: await id('001'), court: await id('336001'), justice: await id('340001'), aid: await id('340002') };
  });
  afterAll(() => api.close());

  const add = (code: string, parentId: string, by: Visitor = admin) =>
    by.post<Node & Refusal>('/organisations', { code, name: `单位 ${code}`, kind: 'unit', parentId });
  const change = (id: string, changes: object, by: Visitor = admin) =>
    by.patch<Node & Refusal>(`/organisations/${id}`, changes);
  const pathOf = async (id: string): Promise<string> => (await uow.reader.findOneByOrFail(Organisation, { id })).path;
  const sees = async (username: string): Promise<string[]> =>
    (await (await api.as(username)).get<{ items: Node[] }>('/organisations')).body.items.map(({ code }) => code);

  it('adds units below what the administrator manages, with codes that are not taken', async () => {
    expect((await add('340003', ids.justice, justiceAdmin)).body).toMatchObject({ code: '340003', active: true });
    expect((await add('340003', ids.court)).body.code).toBe('organisation-code-taken');
    expect((await add('336002', ids.court, justiceAdmin)).body.code).toBe('not-found');
    expect((await add('1', ids.root, await api.as('finance'))).status).toBe(403);
    await api.addUser('c340003', 'clerk', '340003');
    expect(await sees('c340003')).toEqual(['340003']);
  });

  it('changes name and code', async () => {
    const { body } = await add('336003', ids.court);
    expect((await change(body.id, { name: '人民法庭', code: '336004' })).body).toMatchObject({
      name: '人民法庭',
      code: '336004',
    });
    expect((await change(body.id, { code: '340001' })).body.code).toBe('organisation-code-taken');
    expect((await change(body.id, { code: '336004' })).status).toBe(200);
    expect((await change(ids.court, { name: 'x' }, justiceAdmin)).body.code).toBe('not-found');
  });

  it('moves a department with everything below it, and what people see moves along', async () => {
    const { body: bureau } = await add('350001', ids.root);
    const { body: unit } = await add('350002', bureau.id);
    const { body: office } = await add('350003', unit.id);
    await api.addUser('bureau-leader', 'leader', '350001');
    await api.addUser('court-leader', 'leader', '336001');
    expect((await change(unit.id, { parentId: ids.court })).body.parentId).toBe(ids.court);
    expect(await pathOf(unit.id)).toBe(`${await pathOf(ids.court)}${unit.id}/`);
    expect(await pathOf(office.id)).toBe(`${await pathOf(unit.id)}${office.id}/`);
    expect(await sees('bureau-leader')).toEqual(['350001']);
    expect(await sees('court-leader')).toEqual(expect.arrayContaining(['350002', '350003']));
    expect((await change(unit.id, { parentId: office.id })).body.code).toBe('organisation-below-itself');
    expect((await change(unit.id, { parentId: unit.id })).body.code).toBe('organisation-below-itself');
    expect((await change(ids.root, { parentId: unit.id })).body.code).toBe('organisation-root-stays');
    expect((await change(ids.justice, { parentId: ids.aid }, justiceAdmin)).body.code).toBe('not-found');
    expect((await change(ids.aid, { parentId: ids.court }, justiceAdmin)).body.code).toBe('not-found');
  });

  it('moves no unit under one that is moved below it at the same moment', async () => {
    const [{ body: a }, { body: b }] = [await add('36001', ids.root), await add('36002', ids.root)];
    await Promise.all([change(a.id, { parentId: b.id }), change(b.id, { parentId: a.id })]);
    for (const id of [a.id, b.id]) {
      const { parentId, path } = await uow.reader.findOneByOrFail(Organisation, { id });
      expect(path).toBe(`${await pathOf(parentId ?? '')}${id}/`);
      expect(path.split('/').filter((part) => part === id)).toHaveLength(1);
    }
  });

  it('refuses a tree deeper than a path can tell', async () => {
    let parent = ids.court;
    const codes: (string | undefined)[] = [];
    for (let depth = 0; depth < 10; depth += 1) {
      const { status, body } = await add(`deep-${depth}`, parent);
      codes.push(status === 201 ? undefined : body.code);
      if (status === 201) parent = body.id;
    }
    expect(codes.slice(0, 8)).toEqual(Array(8).fill(undefined));
    expect(codes.slice(8)).toEqual(['organisation-too-deep', 'organisation-too-deep']);
  });

  it('closes a unit once nobody has anything to do there, and gives it nothing new', async () => {
    const { body: office } = await add('340009', ids.aid);
    expect((await change(ids.aid, { active: false })).body.code).toBe('organisation-has-units');
    expect((await change(office.id, { active: false })).body.active).toBe(false);
    expect((await change(ids.aid, { active: false })).body.code).toBe('organisation-has-people');
    expect((await add('340010', office.id)).body.code).toBe('organisation-closed');
    const roles = [{ role: 'clerk', organisationId: office.id }];
    const refused = await admin.post<Refusal>('/users', { username: 'late', displayName: 'x', roles });
    expect(refused.body.code).toBe('organisation-closed');
    expect((await change(ids.root, { active: false })).body.code).toBe('organisation-root-stays');
    expect((await change(office.id, { active: true })).body.active).toBe(true);
  });

  it('closes no unit with projects in a round that is not locked, and deletes none that is in use', async () => {
    const finance = await api.as('finance');
    const { body: unit } = await add('370001', ids.root);
    const year = 2022;
    await importDocuments(finance, [document('ok/court-2022.txt')], { year, organisationId: unit.id });
    expect((await admin.delete<Refusal>(`/organisations/${unit.id}`)).body.code).toBe('organisation-in-use');
    await openRound(finance, year, 6);
    expect((await change(unit.id, { active: false })).body.code).toBe('organisation-reports');
    await uow.run((manager) => manager.query(`update monitoring_round set status = 'locked'`));
    expect((await change(unit.id, { active: false })).body.active).toBe(false);
    const { body: mistake } = await add('999998', ids.court);
    expect((await admin.delete(`/organisations/${mistake.id}`)).status).toBe(204);
    expect((await admin.delete<Refusal>(`/organisations/${mistake.id}`)).body.code).toBe('not-found');
    expect((await justiceAdmin.delete<Refusal>(`/organisations/${ids.justice}`)).body.code).toBe(
      'organisation-root-stays',
    );
  });
});
