import { Logger } from '@nestjs/common';
import { readConfig } from './config/load-config.js';
import { createApp } from './create-app.js';
import { failStart } from './fail-start.js';
import { stopOnSignal } from './stop-on-signal.js';

/** Runs jobs and nothing else, beside the servers of an installation with Redis. */
async function main(): Promise<void> {
  const config = readConfig();
  if (config.queue.backend === 'in-process') {
    throw new Error(
      'A worker of its own needs DATABASE_URL and REDIS_URL; without them the server runs its jobs itself',
    );
  }
  const app = await createApp(config, { http: false, runJobs: true });
  stopOnSignal(app);
  new Logger('Worker').log(`Running jobs, ${config.jobs.concurrency} at a time`);
}

await main().catch(failStart);
