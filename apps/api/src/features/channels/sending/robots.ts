import type { ChannelSecrets } from '../channel-kinds.js';
import { plainText } from './plain-text.js';
import { post } from './post.js';
import { SendFailure, type Message } from './sending.js';
import { signedForDingTalk, signedForFeishu, webhookSignature } from './signatures.js';
import { withoutSecrets } from './without-secrets.js';

/** Sends a message to one address. @throws SendFailure */
export type Poster = (message: Message, secrets: ChannelSecrets, now: Date) => Promise<void>;

/** Robots answer 200 whatever happens; the code is in the body, and these say that too much came at once. */
const TOO_MANY: ReadonlySet<number> = new Set([45009, 45033, 410100, 660026, 11232, 9499, 130101]);

/** A robot's text has at most 2,048 bytes with 企业微信, and 20,000 with the others. */
const text = (message: Message, maxBytes: number): string => plainText(message, { maxBytes, withId: true });

const toRobot = async (url: string, body: unknown, secrets: ChannelSecrets): Promise<void> => {
  const known = [secrets.url, secrets.secret];
  const answer = parsed(await post({ url, body: JSON.stringify(body), secrets: known }));
  const code = answer.errcode ?? answer.code ?? answer.StatusCode;
  if (code === 0) return;
  const number = typeof code === 'number' ? code : 0;
  const said =
    [answer.errmsg, answer.msg, answer.StatusMessage].find((each) => typeof each === 'string') ?? 'no answer';
  const reply = withoutSecrets(`${number} ${String(said)}`, known);
  throw new SendFailure(TOO_MANY.has(number) ? 'send-rate-limited' : 'send-refused', 'channel', { reply });
};

function parsed(answer: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(answer);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

export const toWeCom: Poster = (message, secrets) =>
  toRobot(secrets.url ?? '', { msgtype: 'text', text: { content: text(message, 2048) } }, secrets);

export const toDingTalk: Poster = (message, secrets, now) => {
  const { url = '', secret } = secrets;
  const address = secret === undefined ? url : signedForDingTalk(url, secret, now.getTime());
  return toRobot(address, { msgtype: 'text', text: { content: text(message, 20_000) } }, secrets);
};

export const toFeishu: Poster = (message, secrets, now) => {
  const { url = '', secret } = secrets;
  const signature = secret === undefined ? {} : signedForFeishu(secret, Math.floor(now.getTime() / 1000));
  // 飞书 takes `<at user_id="all">` inside a text for a call to everybody; a project's name shall not call anybody.
  const content = { text: text(message, 20_000).replaceAll('<', '＜') };
  return toRobot(url, { ...signature, msg_type: 'text', content }, secrets);
};

/** A receiver that is full or does not know us any more may be put right; what it cannot read it never will. */
const UNREADABLE: ReadonlySet<number> = new Set([400, 413, 415, 422]);

/** The whole message as data, for a program: the id and the signature in headers. */
export const toWebhook: Poster = async ({ id, purpose, locale, subject, items }, { url = '', secret = '' }, now) => {
  const notices = items.map(({ kind, sentence, link, projectId, unitId, params, createdAt }) => {
    const { year, month } = params;
    const about = { year: year ?? null, month: month ?? null, organisationId: unitId, projectId };
    return { kind, text: sentence, link, ...about, createdAt };
  });
  const body = JSON.stringify({ id, purpose, locale, subject, notices });
  const headers = {
    'x-jixiao-message-id': id,
    'x-jixiao-signature': webhookSignature(secret, Math.floor(now.getTime() / 1000), body),
  };
  await post({ url, body, headers, secrets: [url, secret], final: UNREADABLE });
};
