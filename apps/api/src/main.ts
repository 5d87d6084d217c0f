import { Logger } from '@nestjs/common';
import { readConfig } from './config/load-config.js';
import { createApp } from './create-app.js';
import { failStart } from './fail-start.js';
import { stopOnSignal } from './stop-on-signal.js';

/** Serves HTTP, and runs jobs unless RUN_JOBS=false. Importing this file starts the server and waits until it listens. */
async function main(): Promise<void> {
  const config = readConfig();
  const app = await createApp(config, { http: true, runJobs: config.jobs.run });
  stopOnSignal(app);
  await app.listen(config.http.port, config.http.host);
  new Logger('Server').log(
    `Listening on ${await app.getUrl()}, ${config.database.backend}, ${config.queue.backend} queue`,
  );
}

await main().catch(failStart);
