import { SendFailure } from './sending.js';
import { withoutSecrets } from './without-secrets.js';

const TIMEOUT_MS = 15_000;
const MOST_READ = 16_384;
export interface Posted {
  readonly url: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What must not come back out of an answer. */
  readonly secrets: readonly (string | undefined)[];
  /** Answers after which the same message need not be sent again. */
  readonly final?: ReadonlySet<number>;
}

/**
 * Sends JSON by HTTP. A redirect is not followed, for it would carry what is sent to somebody whom nobody has chosen.
 * @returns the beginning of a good answer
 * @throws SendFailure
 */
export async function post({ url, body, headers = {}, secrets, final }: Posted): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'jixiao', ...headers },
    body,
  }).catch((error: unknown) => {
    throw unreachable(error);
  });
  const text = await beginningOf(response);
  const { status } = response;
  if (response.ok) return text;
  if (status >= 300 && status < 400) throw new SendFailure('send-redirected', 'channel', { status });
  if (status === 429 || status === 503)
    throw new SendFailure('send-rate-limited', 'channel', { reply: String(status) });
  const reply = withoutSecrets(`${status} ${text}`, secrets);
  throw new SendFailure('send-refused', final?.has(status) ? 'final' : 'channel', { reply });
}

/** Only codes: messages of the client quote addresses. */
function unreachable(error: unknown): SendFailure {
  const { name, cause } = error as { readonly name?: unknown; readonly cause?: unknown };
  if (name === 'TimeoutError') return new SendFailure('send-timeout', 'channel');
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  return new SendFailure('send-unreachable', 'channel', { reason: typeof code === 'string' ? code : 'network' });
}

/** A receiver that never ends its answer, or goes away within it, has had the message all the same. */
async function beginningOf({ body }: Response): Promise<string> {
  if (body === null) return '';
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of body as AsyncIterable<Uint8Array>) {
      parts.push(part);
      length += part.length;
      if (length >= MOST_READ) break;
    }
  } catch {
    // What has been read says enough, the status most of all.
  }
  return Buffer.concat(parts).subarray(0, MOST_READ).toString('utf8');
}
