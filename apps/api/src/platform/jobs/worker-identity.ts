import { createHash, randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Process ids mean something only within one host and, in containers, one process-id namespace. */
const processSpace = (): string => {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return process.platform;
  }
};

const HOST = createHash('sha256').update(`${hostname()} ${processSpace()}`).digest('hex').slice(0, 16);
const livingHere = new Set<string>();

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Names one worker in the leases of the ledger, so that others can tell whether it still lives. */
export class WorkerIdentity {
  readonly token = `${HOST}:${process.pid}:${randomBytes(6).toString('hex')}`;

  constructor() {
    livingHere.add(this.token);
  }

  /** After this, leases in this name count as left behind. */
  retire(): void {
    livingHere.delete(this.token);
  }
}

/**
 * Whether the process of this token's worker is seen to run. Not for ever a proof: another process may have been given
 * its number.
 */
export const isKnownAlive = (token: string): boolean => {
  const [host, pid] = token.split(':');
  if (host !== HOST) return false;
  return Number(pid) === process.pid ? livingHere.has(token) : isRunning(Number(pid));
};

/**
 * Whether the worker of this token is known to be gone: it ran on this host and its process is no more. False where
 * that cannot be known; such a lease is waited for until it lapses.
 */
export const isKnownDead = (token: string): boolean => {
  const [host, pid] = token.split(':');
  if (host !== HOST) return false;
  return Number(pid) === process.pid ? !livingHere.has(token) : !isRunning(Number(pid));
};
