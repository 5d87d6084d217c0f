import createClient from 'openapi-fetch';
import { activity } from './activity.js';
import { apiErrorOf, networkError } from './problem.js';
import type { paths } from './schema.gen.js';
import { sendForm, type SendOptions } from './send-form.js';

interface Hooks {
  /** Language of sentences that the server writes. */
  readonly language: () => string;
  /** Username of the person whom the page shows. */
  readonly signedInAs: () => string | undefined;
  /** Called where the server no longer knows the session. */
  readonly onSignedOut: () => void;
  /** Called where the server answers nothing before a new password is chosen. */
  readonly onPasswordDue: () => void;
}

let hooks: Hooks = {
  language: () => 'zh',
  signedInAs: () => undefined,
  onSignedOut: () => undefined,
  onPasswordDue: () => undefined,
};

/** The shell connects the language and the session; until then requests are Chinese and signed-out answers are plain errors. */
export function connectApi(connected: Hooks): void {
  hooks = connected;
}

/** Another window may sign in somebody else, with a cookie that this one has as well: the server then refuses. */
function ownHeaders(): Readonly<Record<string, string>> {
  const username = hooks.signedInAs();
  return {
    'accept-language': hooks.language(),
    ...(username === undefined ? {} : { 'x-signed-in-as': encodeURIComponent(username) }),
  };
}

async function send(request: Request): Promise<Response> {
  for (const [name, value] of Object.entries(ownHeaders())) request.headers.set(name, value);
  if (activity.isUnattended) request.headers.set('x-unattended', '1');
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw networkError();
  }
}

/** Typed by the server's OpenAPI document; call it through the slices' `*.api.ts`. */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: send });

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Pick<Response, 'ok' | 'status'>;
}

/** The body of a good answer; throws `ApiError` for any other. */
export async function unwrap<T>(pending: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await pending;
  if (response.ok) return data as T;
  const refused = apiErrorOf(response.status, error);
  if (refused.code === 'not-signed-in') hooks.onSignedOut();
  if (refused.code === 'password-change-required') hooks.onPasswordDue();
  throw refused;
}

/** Sends files with their fields; the answer is what the same path would give for JSON. */
export async function postForm<T>(path: string, form: FormData, options: SendOptions = {}): Promise<T> {
  const { status, body } = await sendForm(path, form, ownHeaders(), options);
  const response = { ok: status >= 200 && status < 300, status };
  return unwrap(Promise.resolve({ response, data: body as T, error: body }));
}
