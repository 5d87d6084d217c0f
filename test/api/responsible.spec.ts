import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ResponsiblePeople } from '../../apps/api/src/features/people/http/responsible.dto.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { UserRole } from '../../apps/api/src/features/identity/persistence/user-role.entity.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Visitor } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { describeBackends } from '../support/services.js';

type Named = readonly (readonly [role: string, organisation: string | null, people: readonly string[]])[];

describeBackends('Who is responsible for a unit', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let leader: Visitor;
  let ids: { readonly centre: string; readonly justice: string; readonly court: string };
  beforeAll(async () => {
    api = await TestApi.open(backend);
    uow = api.app.get(UnitOfWork, { strict: false });
    await api.addTree();
    await api.addUser('leader', 'leader', '001');
    await api.addUser('clerk', 'clerk', '340002');
    await api.addUser('colleague', 'leader', '340002');
    await api.addUser('department-clerk', 'clerk', '340001');
    await api.addUser('above', 'departmentReviewer', '340001');
    await api.addUser('court', ['clerk', 'unitReviewer'], '336001');
    await api.addUser('admin', 'admin', '001');
    leader = await api.as('leader');
    const idOf = (code: string) => organisationId(leader, code);
    ids = { centre: await idOf('340002'), justice: await idOf('340001'), court: await idOf('336001') };
  });
  afterAll(() => api.close());

  const responsible = async (id: string, who = leader): Promise<Named> => {
    const { status, body } = await who.get<ResponsiblePeople>(`/organisations/${id}/responsible`);
    expect(status).toBe(200);
    return body.items.map(({ role, organisationName, people }) => [
      role,
      organisationName,
      people.map(({ displayName, onBehalfOf }) => [displayName, onBehalfOf].filter(Boolean).join(' ← ')),
    ]);
  };

  it('are those of the unit itself, and where it has nobody of a role, those of the nearest organisation above', async () => {
    expect(await responsible(ids.centre)).toEqual([
      ['clerk', '法律援助中心', ['显示 clerk']],
      ['unitReviewer', null, []],
      ['departmentReviewer', '司法局', ['显示 above']],
    ]);
    expect(await responsible(ids.court)).toEqual([
      ['clerk', '法院', ['显示 court']],
      ['unitReviewer', '法院', ['显示 court']],
      ['departmentReviewer', null, []],
    ]);
  });

  it('are not those of the units below', async () => {
    expect((await responsible(ids.justice))[0]).toEqual(['clerk', '司法局', ['显示 department-clerk']]);
  });

  it('have their deputies named with them, each as whose deputy', async () => {
    const toUserId = (await uow.reader.findOneByOrFail(UserAccount, { username: 'colleague' })).id;
    const today = api.app.get(Clock, { strict: false }).today();
    const wish = { toUserId, fromDay: today, untilDay: today, reason: '出差' };
    expect((await (await api.as('clerk')).post('/deputies', wish)).status).toBe(201);
    expect((await responsible(ids.centre))[0]).toEqual([
      'clerk',
      '法律援助中心',
      ['显示 clerk', '显示 colleague ← 显示 clerk'],
    ]);
  });

  it('are told to whoever reads the unit, by name and without their accounts', async () => {
    const { body } = await leader.get<ResponsiblePeople>(`/organisations/${ids.court}/responsible`);
    expect(body.items[0]?.people).toEqual([{ displayName: '显示 court', onBehalfOf: null }]);
    expect((await responsible(ids.centre, await api.as('clerk')))[0]?.[1]).toBe('法律援助中心');
  });

  it('are told to nobody else', async () => {
    const path = `/organisations/${ids.court}/responsible`;
    expect((await (await api.as('clerk')).get(path)).status).toBe(404);
    expect((await (await api.as('admin')).get(path)).status).toBe(403);
  });

  it('are no more those whose account is closed or whose role is over', async () => {
    await uow.run((manager) => manager.update(UserAccount, { username: 'above' }, { active: false }));
    await uow.run((manager) => manager.update(UserRole, { role: 'unitReviewer' }, { validUntil: '2020-01-01' }));
    expect((await responsible(ids.centre))[2]).toEqual(['departmentReviewer', null, []]);
    expect((await responsible(ids.court))[1]).toEqual(['unitReviewer', null, []]);
  });
});
