/** Browsers drop tabs and ends of line from an address and read `\` as `/`, so that either can hide a second slash. */
const MISREAD = /[\p{Cc}\\]/u;
/** Stands for this site; no path needs to know which one it is. */
const HERE = 'http://this-site.invalid';

/** Where to go after signing in: a path of this site, never an address that somebody put into the link. */
export function safeReturnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || MISREAD.test(wanted)) return '/';
  if (!URL.canParse(wanted, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  if (origin !== HERE || pathname.includes('//') || pathname.startsWith('/sign-in')) return '/';
  return pathname + search + hash;
}
