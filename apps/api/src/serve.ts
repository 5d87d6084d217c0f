import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from './config/load-config.js';
import { createApp } from './create-app.js';
import { becomeOnlyServer } from './platform/database/only-server.js';
import { stopOnSignal } from './stop-on-signal.js';

/**
 * Serves HTTP, and runs jobs unless RUN_JOBS=false; resolves when it listens.
 * @param prepare what is to be done before anybody is let in; a signal then ends the program at once
 * @throws Error what `createApp` throws, that the port is taken, or another server works with the embedded database
 */
export async function serve(
  prepare: (app: NestFastifyApplication) => Promise<void> = async () => undefined,
): Promise<void> {
  const config = readConfig();
  process.once('exit', await becomeOnlyServer(config.database));
  const app = await createApp(config, { http: true, runJobs: config.jobs.run });
  await prepare(app);
  stopOnSignal(app);
  await app.listen(config.http.port, config.http.host);
  new Logger('Server').log(
    `Listening on ${await app.getUrl()}, ${config.database.backend}, ${config.queue.backend} queue`,
  );
}
