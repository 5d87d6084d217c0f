/** Browsers drop tabs and ends of line from an address and read `\` as `/`, so that either can hide a second slash. */
const MISREAD = /[\p{Cc}\\]/u;

/**
 * Where to lead a browser after signing in: a path of this program, never an address that somebody put into a link.
 * @param wanted as it came from outside
 * @param publicUrl this program as browsers reach it
 * @returns the path written so that it can stand in a header; `/` where what is wanted is no path of this program
 */
export function safeReturnPath(wanted: string, publicUrl: string): string {
  if (!wanted.startsWith('/') || MISREAD.test(wanted) || !URL.canParse(wanted, publicUrl)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, publicUrl);
  if (origin !== new URL(publicUrl).origin || pathname.includes('//')) return '/';
  return pathname + search + hash;
}
