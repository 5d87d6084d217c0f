import type { Problem } from '@jixiao/domain';

const MIN_LENGTH = 10;
const MAX_LENGTH = 256;
const MIN_KINDS = 2;
const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/** Length first: at least ten characters of at least two kinds, and not the username itself. */
export function passwordFault(password: string, username: string): Problem | null {
  const length = [...password].length;
  if (length < MIN_LENGTH || length > MAX_LENGTH) {
    return { code: 'password-length', params: { minimum: MIN_LENGTH, maximum: MAX_LENGTH } };
  }
  if (password.toLowerCase().includes(username.toLowerCase())) return { code: 'password-contains-username' };
  if (KINDS.filter((kind) => kind.test(password)).length < MIN_KINDS) return { code: 'password-too-plain' };
  return null;
}
