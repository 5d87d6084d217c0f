/** Where to go after signing in: a path of this site, never an address that somebody put into the link. */
export function safeReturnPath(wanted: unknown): string {
  if (typeof wanted !== 'string') return '/';
  return /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in') ? wanted : '/';
}
