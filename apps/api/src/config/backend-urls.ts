/** A URL's faults as sentences that never repeat the URL: it may hold a password. */
export type UrlCheck = { readonly url: string } | { readonly fault: string };

const parsed = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/** `mysql://user:password@host:port/database`, for MySQL and MariaDB. */
export function checkDatabaseUrl(text: string): UrlCheck {
  const url = parsed(text);
  if (!url) return { fault: 'is not a URL; expected mysql://user:password@host:3306/database' };
  if (url.protocol !== 'mysql:') {
    return {
      fault: `names the unknown database "${url.protocol}//"; only mysql:// is known (leave it out for the embedded one)`,
    };
  }
  if (url.hostname === '') return { fault: 'names no host' };
  if (url.username === '') return { fault: 'names no user' };
  if (!/^\/[^/]+$/.test(url.pathname)) return { fault: 'names no database; expected …/database at its end' };
  if (!isDecodable(url)) return { fault: 'has a % that is not followed by two hexadecimal digits' };
  if (url.search !== '' || url.hash !== '') return { fault: 'has options after "?" or "#", and none is known' };
  return { url: text };
}

/** `redis://host:port/0`, or `rediss://` for TLS. */
export function checkRedisUrl(text: string): UrlCheck {
  const url = parsed(text);
  if (!url) return { fault: 'is not a URL; expected redis://host:6379/0' };
  if (url.protocol !== 'redis:' && url.protocol !== 'rediss:') {
    return { fault: `names the unknown queue "${url.protocol}//"; only redis:// and rediss:// are known` };
  }
  if (url.hostname === '') return { fault: 'names no host' };
  if (!/^(\/\d{0,4})?$/.test(url.pathname)) return { fault: 'names a database that is not a number' };
  if (!isDecodable(url)) return { fault: 'has a % that is not followed by two hexadecimal digits' };
  if (url.search !== '' || url.hash !== '') return { fault: 'has options after "?" or "#", and none is known' };
  return { url: text };
}

/** `https://host/path`, or `http://` inside a closed network. */
export function checkWebUrl(text: string): UrlCheck {
  const url = parsed(text);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return { fault: 'is not a web address; expected https://host/path' };
  }
  if (url.username !== '' || url.password !== '') return { fault: 'must not hold a user or password' };
  if (url.search !== '' || url.hash !== '') return { fault: 'has something after "?" or "#"' };
  return { url: text };
}

function isDecodable(url: URL): boolean {
  try {
    decodeURIComponent(`${url.username}${url.password}${url.pathname}`);
    return true;
  } catch {
    return false;
  }
}
