import { expect } from '@jest/globals';
import { until } from './job-rig.js';
import { PASSWORD } from './api.js';

export interface JobProgress {
  readonly id: string;
  readonly status: string;
  readonly done: number;
  readonly total: number;
}

/** A signed-in person's requests to a running product over HTTP. */
export class ProductSession {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  /** @throws Error where the person cannot sign in */
  static async open(url: string, username: string): Promise<ProductSession> {
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: PASSWORD }),
    });
    if (!response.ok) throw new Error(`${username} cannot sign in: ${response.status}`);
    const [cookie = ''] = (response.headers.getSetCookie()[0] ?? '').split(';');
    return new ProductSession(url, cookie);
  }

  /** @throws what `fetch` throws where the product ends before it has answered */
  post(path: string, body: object = {}): Promise<Response> {
    return fetch(`${this.url}/api${path}`, {
      method: 'POST',
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** @throws Error where it is refused */
  async get(path: string): Promise<unknown> {
    const response = await fetch(`${this.url}/api${path}`, { headers: { cookie: this.cookie } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json();
  }

  /** A file. @throws Error where it is refused */
  async bytes(path: string): Promise<Uint8Array> {
    const response = await fetch(`${this.url}/api${path}`, { headers: { cookie: this.cookie } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  async recompute(year: number, month: number): Promise<string> {
    const response = await this.post(`/rounds/${year}/${month}/recompute`);
    expect(response.status).toBe(202);
    return ((await response.json()) as { jobId: string }).jobId;
  }

  async job(id: string): Promise<JobProgress> {
    const response = await fetch(`${this.url}/api/jobs/${id}`, { headers: { cookie: this.cookie } });
    return (await response.json()) as JobProgress;
  }

  /** Waits until an answer is as wanted. */
  until(path: string, isSo: (answer: unknown) => boolean, what: string, withinMs: number): Promise<void> {
    return until(async () => isSo(await this.get(path)), what, withinMs);
  }

  /** Waits until a job has succeeded. */
  succeeded(id: string, what: string, withinMs: number): Promise<void> {
    return until(async () => (await this.job(id)).status === 'succeeded', what, withinMs);
  }
}
