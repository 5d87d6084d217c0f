import { readFileSync } from 'node:fs';

/** Version of the running program, as its package states it; the same path from the sources and from the build. */
export function appVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
