import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const NAME = 'secret.key';

/** The key of the embedded installation; null where none has been made. */
export function readKeyFile(dataDir: string): string | null {
  try {
    return readFileSync(path.join(dataDir, NAME), 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** The same, made where there is none; only the program's own account may read it. */
export function keyFile(dataDir: string): string | null {
  const present = readKeyFile(dataDir);
  if (present !== null) return present;
  mkdirSync(dataDir, { recursive: true });
  try {
    const made = randomBytes(32).toString('base64');
    writeFileSync(path.join(dataDir, NAME), `${made}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    // A command has made it at this moment.
    if (isCode(error, 'EEXIST')) return readKeyFile(dataDir);
    throw error;
  }
}

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
