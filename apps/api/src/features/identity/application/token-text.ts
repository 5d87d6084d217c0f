import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The parts of a token as its holder sends it: `jxt_<id>_<secret>`. */
export interface TokenText {
  readonly id: string;
  readonly secret: string;
}

const SECRET_BYTES = 32;
const PATTERN = /^jxt_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([\w-]{43})$/;

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

export const tokenText = ({ id, secret }: TokenText): string => `jxt_${id}_${secret}`;

/** Null where it is not written like a token. */
export function parseToken(text: string): TokenText | null {
  const [, id, secret] = PATTERN.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compared in constant time, so that the time of an answer tells nothing of the digest. */
export const isSecretOf = (digest: string, secret: string): boolean =>
  timingSafeEqual(Buffer.from(digest, 'hex'), createHash('sha256').update(secret).digest());
