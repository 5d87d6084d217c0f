import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApi, type Refusal } from '../support/api.js';
import { describeBackends } from '../support/services.js';

const ENGLISH = { 'accept-language': 'en' };

describe('HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.open({ database: 'sqlite' });
    await api.addTree();
    await api.addUser('clerk', 'clerk', '340001');
  });
  afterAll(() => api.close());

  it('refuses what a page of another site asks for, and serves its own page and programs', async () => {
    const signOut = (headers: Record<string, string>) => api.request<Refusal>('DELETE', '/session', undefined, headers);
    expect(await signOut({ 'sec-fetch-site': 'cross-site' })).toMatchObject({
      status: 403,
      body: { code: 'cross-site-request' },
    });
    expect((await signOut({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await signOut({ origin: 'http://evil.example', host: 'jixiao.local' })).status).toBe(403);
    expect((await signOut({ origin: 'null', host: 'jixiao.local' })).status).toBe(403);
    expect((await signOut({ origin: 'https://jixiao.local', host: 'jixiao.local' })).status).toBe(204);
    expect((await signOut({ 'sec-fetch-site': 'same-origin' })).status).toBe(204);
    expect((await signOut({})).status).toBe(204);
  });

  it('names each field at fault by code, with a sentence in the language of the request', async () => {
    const input = { username: '', password: 7, rememberMe: true };
    const zh = await api.request<Refusal>('POST', '/session', input);
    expect(zh).toMatchObject({ status: 400, headers: { 'content-language': 'zh' } });
    expect(zh.body).toEqual({
      code: 'invalid-input',
      message: '提交的内容有误，请按提示修改。',
      issues: [
        { path: 'username', code: 'required', message: '此项必填。' },
        { path: 'password', code: 'wrong-type', message: '此项的类型不对。' },
        { path: '', code: 'unknown-field', message: '没有名为 rememberMe 的字段。' },
      ],
    });
    const en = await api.request<Refusal>('POST', '/session', input, ENGLISH);
    expect(en.body.issues?.map(({ message }) => message)).toEqual([
      'This is required.',
      'This is of the wrong type.',
      'There is no field named rememberMe.',
    ]);
  });

  it('takes an address of slashes for none, and says of one that cannot be decoded that it is refused', async () => {
    for (const url of ['//', '///', '//elsewhere']) {
      const { statusCode, headers } = await api.app.inject({ method: 'GET', url: `http://jixiao.local${url}` });
      expect([url, statusCode, headers['content-type']]).toEqual([url, 200, expect.stringContaining('text/html')]);
    }
    const refused = await api.request<Refusal>('GET', '/projects/%E0%A4%A', undefined, ENGLISH);
    expect(refused).toMatchObject({ status: 400, body: { code: 'bad-request' } });
    expect(refused.body.message).toBe('The request could not be understood.');
  });

  it('refuses broken, oversized and foreign content with a code of its own', async () => {
    const json = { 'content-type': 'application/json' };
    const send = (payload: string, headers: Record<string, string>) =>
      api.request<Refusal>('POST', '/session', payload, headers);
    expect(await send('{"username":', json)).toMatchObject({ status: 400, body: { code: 'invalid-json' } });
    expect(await send('', json)).toMatchObject({ status: 400, body: { code: 'invalid-json' } });
    expect(await send('{"__proto__":{"admin":true}}', json)).toMatchObject({ status: 400 });
    expect(await send('<a/>', { 'content-type': 'application/xml' })).toMatchObject({
      status: 415,
      body: { code: 'unsupported-media-type' },
    });
    const large = JSON.stringify({ username: 'x'.repeat(9_000_000), password: 'x' });
    expect(await send(large, json)).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
  });

  it('answers unknown addresses and rows with one and the same refusal', async () => {
    const person = await api.as('clerk');
    const missing = { status: 404, body: { code: 'not-found' } };
    expect(await person.get('/no-such-thing')).toMatchObject(missing);
    expect(await person.get('/jobs/0190-nothing')).toMatchObject(missing);
    expect(await person.get(`/jobs/${'x'.repeat(99)}`)).toMatchObject({ status: 400 });
    expect(await person.get('/jobs?size=100000')).toMatchObject({ status: 400, body: { code: 'invalid-input' } });
  });

  it('lets a page load nothing from elsewhere, and no answer of the API be kept', async () => {
    const answer = await api.request('GET', '/health');
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers['x-powered-by']).toBeUndefined();
  });

  it('says of a body that may be left out that it may', async () => {
    const { body } = await api.request<OpenAPIObject>('GET', '/openapi.json');
    const lock = body.paths['/api/rounds/{year}/{month}/lock']?.post?.requestBody;
    expect(lock).toMatchObject({ required: false, content: { 'application/json': { schema: expect.anything() } } });
    expect(body.paths['/api/session']?.post?.requestBody).toMatchObject({ required: true });
  });

  it('describes itself: the OpenAPI document and a page that needs no inline script', async () => {
    const document = await api.request<{ paths: object; components: { schemas: object } }>('GET', '/openapi.json');
    expect(Object.keys(document.body.paths)).toEqual(
      expect.arrayContaining(['/api/session', '/api/jobs', '/api/audit']),
    );
    expect(Object.keys(document.body.components.schemas)).toEqual(expect.arrayContaining(['Me', 'Problem', 'Job']));
    const page = await api.request<string>('GET', '/docs');
    expect(page).toMatchObject({ status: 200 });
    expect(page.body).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    const script = /src="\.?\/?([^"]*swagger-ui-bundle\.js)"/.exec(page.body)?.[1] ?? '';
    expect((await api.request('GET', `/${script}`)).status).toBe(200);
  });

  it('shows jobs to their requester and to who manages them', async () => {
    const person = await api.as('clerk');
    expect(await person.get('/jobs')).toMatchObject({ status: 200, body: { items: [], total: 0 } });
    expect(await person.post('/jobs/some-job/cancel')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await person.post('/jobs/some-job/retry')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});

describeBackends('Health', (backend) => {
  it('names the chosen backends and says that they answer', async () => {
    const api = await TestApi.open(backend);
    const queue = backend.database === 'mysql' ? 'redis' : 'in-process';
    expect((await api.request('GET', '/health')).body).toEqual({
      status: 'ok',
      database: { backend: backend.database, status: 'ok' },
      queue: { backend: queue, status: 'ok' },
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
    await api.close();
  });
});

describe('HTTP behind a reverse proxy', () => {
  const seen = async (env: Readonly<Record<string, string>>): Promise<(string | null)[]> => {
    const api = await TestApi.open({ database: 'sqlite' }, env);
    await api.addTree();
    await api.addUser('auditor', 'auditor', '001');
    const forwarded = { 'x-forwarded-for': '198.51.100.66, 192.0.2.7' };
    await api.request('POST', '/session', { username: 'auditor', password: 'wrong' }, forwarded);
    const auditor = await api.as('auditor');
    const failed = '/audit?action=identity.sign-in-failed';
    const { body } = await auditor.get<{ items: { remoteAddress: string | null }[] }>(failed);
    await api.close();
    return body.items.map(({ remoteAddress }) => remoteAddress);
  };

  it('takes the address that the trusted proxy saw, never what the caller put before it', async () => {
    expect(await seen({ TRUSTED_PROXIES: '1' })).toEqual(['192.0.2.7']);
  });

  it('takes nobody’s word where no proxy is trusted', async () => {
    expect(await seen({})).toEqual(['127.0.0.1']);
  });
});
