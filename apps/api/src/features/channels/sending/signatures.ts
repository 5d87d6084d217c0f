import { createHmac } from 'node:crypto';

const hmac = (key: string, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();

/**
 * 钉钉: the timestamp in milliseconds and its signature stand in the address.
 * @returns the address with `timestamp` and `sign` at its end
 */
export function signedForDingTalk(url: string, secret: string, milliseconds: number): string {
  const signed = new URL(url);
  signed.searchParams.set('timestamp', String(milliseconds));
  signed.searchParams.set('sign', hmac(secret, `${milliseconds}\n${secret}`).toString('base64'));
  return signed.href;
}

/** 飞书: the text to sign is the key, and nothing is signed with it. Timestamp in seconds, both in the body. */
export const signedForFeishu = (
  secret: string,
  seconds: number,
): { readonly timestamp: string; readonly sign: string } => ({
  timestamp: String(seconds),
  sign: hmac(`${seconds}\n${secret}`, '').toString('base64'),
});

/**
 * Of a webhook: `t=SECONDS,v1=HEX`, the HMAC-SHA256 of `SECONDS.BODY`. A receiver computes it anew over the body as it came,
 * and refuses what is older than some minutes.
 */
export const webhookSignature = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${hmac(secret, `${seconds}.${body}`).toString('hex')}`;
