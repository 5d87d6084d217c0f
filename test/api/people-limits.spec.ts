import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FirstPassword } from '../../apps/api/src/features/people/http/people.dto.js';
import { KeepAdministrator } from '../../apps/api/src/features/people/application/keep-administrator.js';
import { UserRole } from '../../apps/api/src/features/identity/persistence/user-role.entity.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Refusal, type Visitor } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { describeBackends } from '../support/services.js';

describeBackends('What administrators may not do', (backend) => {
  let api: TestApi;
  let admin: Visitor;
  let justiceAdmin: Visitor;
  let justice: string;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('admin', 'admin', '001');
    await api.addUser('justice-admin', 'admin', '340001');
    admin = await api.as('admin');
    justiceAdmin = await api.as('justice-admin');
    justice = await organisationId(admin, '340001');
  });
  afterAll(() => api.close());

  it('no administrator of a department hands on or lends a role that oversees it (R6)', async () => {
    const clerk = await api.addUser('clerk', 'clerk', '340001');
    const overseer = await api.addUser('overseer', 'financeReviewer', '340001');
    const today = api.app.get(Clock, { strict: false }).today();
    const ways = {
      handover: { toUserId: clerk, from: today },
      deputies: { toUserId: clerk, fromDay: today, untilDay: today, reason: '出差' },
    };
    for (const [way, body] of Object.entries(ways)) {
      const refused = await justiceAdmin.post<Refusal>(`/users/${overseer}/${way}`, body);
      expect([refused.status, refused.body.code]).toEqual([403, 'role-beyond-reach']);
    }
    expect((await admin.post(`/users/${overseer}/deputies`, ways.deputies)).status).toBe(201);
  });

  it('nor makes a finance bureau, whose people could oversee it (R6)', async () => {
    const bureau = { code: '340009', name: '开发区财政局', kind: 'financeBureau', parentId: justice };
    for (const refused of [
      await justiceAdmin.post<Refusal>('/organisations', bureau),
      await justiceAdmin.patch<Refusal>(`/organisations/${justice}`, { kind: 'financeBureau' }),
    ]) {
      expect([refused.status, refused.body.code]).toEqual([403, 'organisation-kind-refused']);
    }
    const made = await admin.post<{ id: string }>('/organisations', bureau);
    const roles = [{ role: 'financeReviewer', organisationId: made.body.id }];
    const person = { username: 'bureau', displayName: '张三', roles };
    expect((await justiceAdmin.post<FirstPassword>('/users', person)).status).toBe(201);
  });

  it('the last administrator is one who is so today, not one whose role only begins later', async () => {
    const keep = api.app.get(KeepAdministrator, { strict: false });
    const withRolesFrom = (validFrom: string) =>
      api.app.get(UnitOfWork, { strict: false }).run(async (manager) => {
        await manager.update(UserRole, { role: 'admin' }, { validFrom });
        await keep.requireOne(manager);
        // Taken back, so that everybody keeps his role.
        throw new Error('somebody stays');
      });
    await expect(withRolesFrom('2099-01-01')).rejects.toMatchObject({ code: 'last-administrator' });
    await expect(withRolesFrom('2020-01-01')).rejects.toThrow('somebody stays');
  });
});
