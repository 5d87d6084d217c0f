import { PERMISSIONS } from '@jixiao/domain';
import type { Type } from '@nestjs/common';
import { readConfig } from '../config/load-config.js';
import { createApp } from '../create-app.js';
import type { CurrentUser } from '../platform/http/access.js';

/** Who works at the machine itself may do everything everywhere. */
export const OPERATOR: CurrentUser = {
  userId: 'cli',
  username: 'cli',
  displayName: 'Command line',
  roles: [],
  scope: Object.fromEntries(PERMISSIONS.map((permission) => [permission, ['/']])),
  actsFor: [],
};

/** The parts of the program that a command needs. */
export interface Program {
  get<T>(part: Type<T> | (abstract new (...args: never[]) => T)): T;
}

/**
 * Runs `work` in the whole program without its server. `runJobs` does background work here as well: a server that is
 * running on the same data may take the same jobs, the ledger gives each to one of them.
 */
export async function withProgram<T>(
  { runJobs }: { readonly runJobs: boolean },
  work: (program: Program) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  // Starting and stopping are no news for somebody who gave a command.
  const logLevel = config.logLevel === 'info' ? 'warn' : config.logLevel;
  const app = await createApp({ ...config, logLevel }, { http: false, runJobs });
  try {
    return await work({ get: (part) => app.get(part, { strict: false }) });
  } finally {
    await app.close();
  }
}
