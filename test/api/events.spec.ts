import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { OrganisationRepository } from '../../apps/api/src/features/organisations/index.js';
import { LiveEvents, type JobChanged } from '../../apps/api/src/platform/events/live-events.js';
import { TestApi } from '../support/api.js';
import { until } from '../support/job-rig.js';
import { describeBackends } from '../support/services.js';

/** What an open page hears, as one text. */
class Listener {
  heard = '';
  ended = false;
  private readonly aborting = new AbortController();

  async open(url: string, token: string): Promise<Response> {
    const headers = { cookie: `sid=${token}`, 'accept-encoding': 'br, gzip' };
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
  beforeEach(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('justice', 'clerk', '340001');
    await api.addUser('court', 'clerk', '336001');
    await api.addUser('finance', 'financeReviewer', '001');
    await api.addUser('admin', 'admin', '001');
    await api.app.listen(0, '127.0.0.1');
    url = await api.app.getUrl();
  });
  afterEach(async () => {
    for (const listener of listeners.splice(0)) listener.close();
    await api.close();
  });

  const listen = async (username: string): Promise<Listener> => {
    const listener = new Listener();
    const response = await listener.open(url, (await api.as(username)).token);
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

  it('does not keep the server from closing', async () => {
    const listener = await listen('finance');
    const started = Date.now();
    await api.app.close();
    expect(Date.now() - started).toBeLessThan(2000);
    await until(() => listener.ended, 'the page is told');
  });
});
