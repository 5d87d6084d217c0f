import { randomBytes } from 'node:crypto';

/**
 * Without 0, I, L, O and U, which are taken for others when they are read from paper. Their number is a prime: any one wrong
 * sign and any two swapped neighbours are noticed.
 */
const SIGNS = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SIGN_COUNT = SIGNS.length;
const RANDOM_SIGNS = 11;

/** A new 核验码 `XXXX-XXXX-XXXX`: eleven random signs and one by which a mistyped code is known. */
export function newVerificationCode(): string {
  let value = BigInt(`0x${randomBytes(8).toString('hex')}`);
  let signs = '';
  for (let place = 0; place < RANDOM_SIGNS; place += 1) {
    signs += SIGNS.charAt(Number(value % BigInt(SIGN_COUNT)));
    value /= BigInt(SIGN_COUNT);
  }
  return grouped(signs + checkSign(signs));
}

/**
 * A code as somebody typed it: any case, with or without dashes and blanks, and I or L for 1.
 * @returns null for what is no code, a mistyped one among them
 */
export function readVerificationCode(text: string): string | null {
  const signs = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/[IL]/g, '1');
  if (signs.length !== RANDOM_SIGNS + 1 || [...signs].some((sign) => !SIGNS.includes(sign))) return null;
  return checkSign(signs.slice(0, -1)) === signs.at(-1) ? grouped(signs) : null;
}

/** The first code that a text holds as it is printed. */
export function findVerificationCode(text: string): string | null {
  for (const [printed] of text.matchAll(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g)) {
    const code = readVerificationCode(printed);
    if (code !== null) return code;
  }
  return null;
}

const grouped = (signs: string): string => signs.replace(/(.{4})(?=.)/g, '$1-');

const checkSign = (signs: string): string =>
  SIGNS.charAt([...signs].reduce((sum, sign, place) => (sum + (place + 2) * SIGNS.indexOf(sign)) % SIGN_COUNT, 0));
