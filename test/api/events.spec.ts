import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import type { Role } from '@jixiao/domain';
import type { PersonDetail } from '../../apps/api/src/features/people/http/people.dto.js';
import type { NewTokenView } from '../../apps/api/src/features/identity/http/tokens.dto.js';
import { BackgroundWrites } from '../../apps/api/src/features/identity/application/background-writes.js';
import { UserAccount } from '../../apps/api/src/features/identity/persistence/user-account.entity.js';
import { UserSession } from '../../apps/api/src/features/identity/persistence/user-session.entity.js';
import { OrganisationRepository } from '../../apps/api/src/features/organisations/index.js';
import { LiveEvents, type JobChanged } from '../../apps/api/src/platform/events/live-events.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { PASSWORD, TestApi, type Visitor } from '../support/api.js';
import { until } from '../support/job-rig.js';
import { describeBackends } from '../support/services.js';

/** What an open page hears, as one text. */
class Listener {
  heard = '';
  ended = false;
  private readonly aborting = new AbortController();

  /** @param credentials the header that says who it is */
  async open(url: string, credentials: Readonly<Record<string, string>>): Promise<Response> {
    const headers = { ...credentials, accept: 'text/event-stream', 'accept-encoding': 'br, gzip' };
    const response = await fetch(`${url}/api/events`, { headers, signal: this.aborting.signal });
    void this.read(response);
    return response;
  }

  close(): void {
    this.aborting.abort();
  }

  private async read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? [])
        this.heard += decoder.decode(chunk as Uint8Array, { stream: true });
    } catch (error) {
      this.heard += `\n[${(error as Error).name}]`;
    }
    this.ended = true;
  }
}

describeBackends('Server-sent events', (backend) => {
  let api: TestApi;
  let url: string;
  const listeners: Listener[] = [];
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('justice', 'clerk', '340001');
    await api.addUser('court', 'clerk', '336001');
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('admin', 'admin', '001');
    await api.app.listen(0, '127.0.0.1');
    url = await api.app.getUrl();
  });
  afterEach(() => {
    jest.restoreAllMocks();
    for (const listener of listeners.splice(0)) listener.close();
  });
  afterAll(() => api.close());

  let people = 0;
  /** Somebody whom only one test changes. */
  const newPerson = async (role: Role, organisationCode: string): Promise<string> => {
    const username = `person-${(people += 1)}`;
    await api.addUser(username, role, organisationCode);
    return username;
  };

  const listen = async (username: string): Promise<Listener> => listenAs(await api.as(username));
  const listenAs = ({ token }: Visitor): Promise<Listener> => listenWith({ cookie: `sid=${token}` });
  const listenWith = async (credentials: Readonly<Record<string, string>>): Promise<Listener> => {
    const listener = new Listener();
    const response = await listener.open(url, credentials);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('content-encoding')).toBeNull();
    listeners.push(listener);
    return listener;
  };
  const publish = (event: Parameters<LiveEvents['publish']>[0]): void =>
    api.app.get(LiveEvents, { strict: false }).publish(event);
  const pathOf = async (code: string): Promise<string> =>
    (await api.app.get(OrganisationRepository, { strict: false }).byCode(code))?.path ?? '';

  it('tells of lights only those who may see the projects, and of them only these', async () => {
    const [justice, court, finance, admin] = await Promise.all(['justice', 'court', 'finance', 'admin'].map(listen));
    const projects = [
      { id: 'p-justice', organisationPath: await pathOf('340002') },
      { id: 'p-court', organisationPath: await pathOf('336001') },
    ];
    publish({ type: 'lights', year: 2023, month: 6, projects });
    await until(() => finance?.heard.includes('p-court') === true, 'finance hears of it');
    await until(() => justice?.heard.includes('p-justice') === true, 'justice hears of it');
    await until(() => court?.heard.includes('p-court') === true, 'the court hears of it');
    expect(finance?.heard).toContain('event: lights');
    expect(finance?.heard).toContain('"projectIds":["p-justice","p-court"]');
    expect(justice?.heard).not.toContain('p-court');
    expect(court?.heard).not.toContain('p-justice');
    expect(admin?.heard).not.toContain('lights');
  });

  it('tells of a job its requester and who manages jobs', async () => {
    const [justice, court, admin] = await Promise.all(['justice', 'court', 'admin'].map(listen));
    const job: JobChanged = {
      type: 'job',
      jobId: 'j-1',
      name: 'import',
      key: 'k',
      status: 'running',
      done: 1,
      total: 2,
      requestedBy: 'justice',
      parentId: null,
    };
    publish({ ...job, jobId: 'j-part', parentId: 'j-1' });
    publish(job);
    await until(() => justice?.heard.includes('j-1') === true && admin?.heard.includes('j-1') === true, 'both hear');
    expect(justice?.heard).toContain('"type":"job","id":"j-1","name":"import","status":"running","done":1,"total":2');
    expect(`${justice?.heard}${admin?.heard}`).not.toContain('j-part');
    expect(court?.heard).not.toContain('j-1');
  });

  it('asks for a session', async () => {
    expect((await fetch(`${url}/api/events`)).status).toBe(401);
  });

  const idOf = async (username: string): Promise<string> => {
    const { reader } = api.app.get(UnitOfWork, { strict: false });
    return (await reader.findOneByOrFail(UserAccount, { username })).id;
  };
  const tellOfLights = async (): Promise<void> => {
    const projects = [{ id: 'p-court', organisationPath: await pathOf('336001') }];
    publish({ type: 'lights', year: 2023, month: 6, projects });
  };

  it('ends where the person signs out, and not for the same person elsewhere', async () => {
    const here = await api.as('finance');
    const [listener, elsewhere] = [await listenAs(here), await listen('finance')];
    expect((await here.delete('/session')).status).toBe(204);
    await until(() => listener.ended, 'the stream ends');
    publish({ type: 'notifications', recipientIds: [await idOf('finance')] });
    await until(() => elsewhere.heard.includes('notifications'), 'the other one goes on');
    expect(listener.heard).not.toContain('notifications');
  });

  it.each<readonly [string, (user: string, admin: Visitor, own: Visitor) => Promise<{ readonly status: number }>]>([
    ['is signed out everywhere', (user, admin) => admin.post(`/users/${user}/end-sessions`)],
    ['gets a new password', (user, admin) => admin.post(`/users/${user}/password-reset`)],
    ['has the account closed', (user, admin) => admin.patch(`/users/${user}`, { active: false })],
    ['ends the other sessions', (_user, _admin, own) => own.delete('/session/others')],
    [
      'chooses another password elsewhere',
      (_user, _admin, own) => own.put('/session/password', { current: PASSWORD, next: 'Another-Horse-8' }),
    ],
  ])('ends where the person %s', async (_what, change) => {
    const person = await newPerson('clerk', '336001');
    const listener = await listen(person);
    const answer = await change(await idOf(person), await api.as('admin'), await api.as(person));
    expect(answer.status).toBeLessThan(300);
    await until(() => listener.ended, 'the stream ends');
  });

  it('ends where a token is revoked', async () => {
    const admin = await api.as('admin');
    const organisationId = (await pathOf('001')).split('/').at(-2);
    const wanted = { name: 'reader', organisationId, permissions: ['lights.read'], days: 1 };
    const { body } = await admin.post<NewTokenView>('/tokens', wanted);
    const listener = await listenWith({ authorization: `Bearer ${body.token}` });
    expect((await admin.delete(`/tokens/${body.id}`)).status).toBeLessThan(300);
    await until(() => listener.ended, 'the stream ends');
  });

  it('goes on with the new rights where a role is taken', async () => {
    const admin = await api.as('admin');
    const reviewer = await newPerson('financeReviewer', '001');
    const userId = await idOf(reviewer);
    const listener = await listen(reviewer);
    await tellOfLights();
    await until(() => listener.heard.includes('event: lights'), 'it is told of lights');
    const [role] = (await admin.get<PersonDetail>(`/users/${userId}`)).body.roles;
    expect((await admin.patch(`/users/${userId}`, { removeRoles: [role?.id] })).status).toBe(200);
    await tellOfLights();
    publish({ type: 'notifications', recipientIds: [userId] });
    await until(() => listener.heard.includes('event: notifications'), 'it goes on');
    expect(listener.heard.match(/event: lights/g)).toHaveLength(1);
  });

  it('does not keep a session alive by being opened again and again', async () => {
    const username = await newPerson('clerk', '336001');
    const person = await api.as(username);
    const uow = api.app.get(UnitOfWork, { strict: false });
    const userId = await idOf(username);
    const seen = new Date(Date.now() - 20 * 60_000).toISOString();
    await uow.run((manager) => manager.update(UserSession, { userId }, { lastSeenAt: seen }));
    const noted = jest.spyOn(api.app.get(BackgroundWrites, { strict: false }), 'begin');
    await listenAs(person);
    expect(noted).not.toHaveBeenCalled();
    await person.get('/session');
    expect(noted).toHaveBeenCalledTimes(1);
  });

  it('does not keep the server from closing', async () => {
    const listener = await listen('finance');
    await api.app.close();
    await until(() => listener.ended, 'the page is told');
  });
});
