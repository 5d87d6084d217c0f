import type { Problem } from '@jixiao/domain';
import type { PasswordConfig } from '../../../config/app-config.js';
import { isCommonPassword } from './common-passwords.js';

const MAX_LENGTH = 256;
const MIN_KINDS = 2;
const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/** Length first: long enough, at least two kinds of characters, not the username, and nothing that everybody tries. */
export function passwordFault(
  password: string,
  username: string,
  { minLength }: Pick<PasswordConfig, 'minLength'>,
): Problem | null {
  const length = [...password].length;
  if (length < minLength || length > MAX_LENGTH) {
    return { code: 'password-length', params: { minimum: minLength, maximum: MAX_LENGTH } };
  }
  if (password.toLowerCase().includes(username.toLowerCase())) return { code: 'password-contains-username' };
  if (KINDS.filter((kind) => kind.test(password)).length < MIN_KINDS) return { code: 'password-too-plain' };
  if (isCommonPassword(password)) return { code: 'password-common' };
  return null;
}
