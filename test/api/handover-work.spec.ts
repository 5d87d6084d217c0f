import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import type { HandoverWork } from '../../apps/api/src/features/reporting/http/handover-work.dto.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import type { Visitor } from '../support/api.js';
import { SealedCourt } from '../support/sealed-court.js';
import { describeBackends } from '../support/services.js';

describeBackends('Work that is handed over', (backend) => {
  let sealed: SealedCourt;
  let admin: Visitor;
  let path: string;
  beforeAll(async () => {
    sealed = await SealedCourt.open(backend);
    const { api } = sealed.court;
    for (const [name, place] of [
      ['admin', '001'],
      ['justice-admin', '340001'],
    ] as const)
      await api.addUser(name, 'admin', place);
    await api.addUser('leaving', 'clerk', '336001');
    await api.addUser('helper', 'leader', '336001');
    admin = await api.as('admin');
    path = `/users/${await idOf('leaving')}/handover`;
  });
  afterAll(() => sealed.close());

  const idOf = async (username: string): Promise<string> =>
    (await sealed.uow.reader.findOneByOrFail(UserAccount, { username })).id;
  const work = async (of = path): Promise<HandoverWork> => (await admin.get<HandoverWork>(of)).body;

  it('is counted by round and state where the person has roles', async () => {
    const open = (await work()).organisations[0]?.rounds ?? [];
    expect(open).toContainEqual({
      year: 2022,
      month: 6,
      notBegun: 2,
      draft: 0,
      returned: 0,
      submitted: 0,
      unitApproved: 0,
    });
    await sealed.save({ expenditureFen: 1 });
    const [place] = (await work()).organisations;
    expect(place).toMatchObject({ organisationName: '法院', reopenings: [] });
    expect(place?.rounds.find(({ month }) => month === 6)).toMatchObject({ notBegun: 1, draft: 1 });
  });

  it('names what was reopened, and the deputies that are not over', async () => {
    await sealed.lockJune();
    expect((await sealed.reopen()).status).toBe(201);
    const today = sealed.court.api.app.get(Clock, { strict: false }).today();
    const leaving = await sealed.court.api.as('leaving');
    const deputy = { toUserId: await idOf('helper'), fromDay: today, untilDay: today, reason: '出差' };
    expect((await leaving.post('/deputies', deputy)).status).toBe(201);
    const { organisations, delegations } = await work();
    expect(organisations[0]?.rounds.map(({ month }) => month)).not.toContain(6);
    expect(organisations[0]?.reopenings).toMatchObject([
      { projectName: sealed.court.project, indicatorName: null, year: 2022, month: 6, expiresOn: '2999-12-31' },
    ]);
    expect(delegations).toMatchObject([{ principal: { username: 'leaving' }, deputy: { displayName: '显示 helper' } }]);
  });

  it('is nothing where there are no roles for good, and nobody else’s to see', async () => {
    const { body } = await admin.post<{ id: string }>('/users', {
      username: 'elsewhere',
      displayName: '别处',
      roles: [{ role: 'clerk', organisationId: (await work()).organisations[0]?.organisationId }],
    });
    const taking = { toUserId: body.id, from: '2999-01-01' };
    expect((await admin.post(`/users/${await idOf('leaving')}/handover`, taking)).status).toBe(200);
    expect((await work()).organisations).toEqual([]);
    expect((await (await sealed.court.api.as('justice-admin')).get(path)).status).toBe(404);
    expect((await sealed.court.clerk.get(path)).status).toBe(403);
  });
});
