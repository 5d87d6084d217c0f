import type { Role } from '@jixiao/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppConfig } from '../../apps/api/src/config/app-config.js';
import { createApp } from '../../apps/api/src/create-app.js';
import { AddUser } from '../../apps/api/src/features/identity/index.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import { migratedConfig, type FreshConfig, type TestBackend } from './services.js';

export const PASSWORD = 'Correct-Horse-7';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly cookies: readonly { readonly name: string; readonly value: string; readonly [attribute: string]: unknown }[];
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly issues?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Headers = Readonly<Record<string, string>>;

/** The whole program in this process, on a database of its own, without a network in between. */
export class TestApi {
  private constructor(
    readonly app: NestFastifyApplication,
    private readonly fresh: FreshConfig,
  ) {}

  static async open(
    backend: Pick<TestBackend, 'database'>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<TestApi> {
    return TestApi.start(await migratedConfig(backend, env));
  }

  /** On an installation that is there already. */
  static async start(fresh: FreshConfig): Promise<TestApi> {
    try {
      return new TestApi(await createApp(fresh.config, { http: true, runJobs: true }), fresh);
    } catch (error) {
      await fresh.cleanup();
      throw error;
    }
  }

  /** For a second program on the same data. */
  get config(): AppConfig {
    return this.fresh.config;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.fresh.cleanup();
  }

  /** A finance bureau with a court and a bureau of justice below it, the latter with a unit of its own. */
  async addTree(): Promise<void> {
    const organisations = this.app.get(AddOrganisation, { strict: false });
    const add = (
      code: string,
      name: string,
      kind: 'financeBureau' | 'department' | 'unit',
      parentCode: string | null,
    ) => organisations.execute({ code, name, kind, parentCode, addedBy: 'system' });
    await add('001', '财政局', 'financeBureau', null);
    await add('336001', '法院', 'department', '001');
    await add('340001', '司法局', 'department', '001');
    await add('340002', '法律援助中心', 'unit', '340001');
  }

  /** A person with one role or several at one place. */
  addUser(username: string, role: Role | readonly Role[], organisationCode: string): Promise<string> {
    const roles = [role].flat().map((each) => ({ role: each, organisationCode }));
    const person = { username, displayName: `显示 ${username}`, password: PASSWORD, roles, addedBy: 'system' };
    return this.app.get(AddUser, { strict: false }).execute(person);
  }

  async request<T = unknown>(
    method: Method,
    path: string,
    payload?: unknown,
    headers: Headers = {},
  ): Promise<Answer<T>> {
    const response = await this.app.inject({
      method,
      url: `/api${path}`,
      headers: { ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      body: (isJson ? response.json<T>() : response.body) as T,
      headers: response.headers,
      cookies: response.cookies,
    };
  }

  /** A signed-in person's requests. */
  async as(username: string, password = PASSWORD): Promise<Visitor> {
    const answer = await this.request('POST', '/session', { username, password });
    const session = answer.cookies.find(({ name }) => name === 'sid');
    if (answer.status !== 200 || session === undefined) throw new Error(`${username} cannot sign in: ${answer.status}`);
    return new Visitor(this, session.value);
  }
}

export class Visitor {
  constructor(
    private readonly api: TestApi,
    readonly token: string,
    private readonly headers: Headers = {},
  ) {}

  /** The same person at another network address, for a program that trusts a proxy. */
  from(address: string): Visitor {
    return new Visitor(this.api, this.token, { 'x-forwarded-for': address });
  }

  get<T = unknown>(path: string, headers?: Headers): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, headers);
  }

  post<T = unknown>(path: string, payload?: unknown, headers?: Headers): Promise<Answer<T>> {
    return this.send<T>('POST', path, payload, headers);
  }

  put<T = unknown>(path: string, payload?: unknown, headers?: Headers): Promise<Answer<T>> {
    return this.send<T>('PUT', path, payload, headers);
  }

  patch<T = unknown>(path: string, payload?: unknown, headers?: Headers): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, payload, headers);
  }

  delete<T = unknown>(path: string, headers?: Headers): Promise<Answer<T>> {
    return this.send<T>('DELETE', path, undefined, headers);
  }

  private send<T>(method: Method, path: string, payload: unknown, headers: Headers = {}): Promise<Answer<T>> {
    return this.api.request<T>(method, path, payload, { ...this.headers, ...headers, cookie: `sid=${this.token}` });
  }
}
