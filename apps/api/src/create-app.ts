import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { AppConfig } from './config/app-config.js';
import { messageCatalogue } from './messages.js';
import { hardenHttp, newAdapter, servePage } from './platform/http/fastify.js';
import { serveOpenApi } from './platform/http/openapi.js';
import { JsonLogger } from './platform/runtime/logger.js';

export interface AppOptions {
  /** Prepares the routes for serving; without it the program is a worker or a command. */
  readonly http: boolean;
  /** Also runs jobs in this process. */
  readonly runJobs: boolean;
}

/** The built page, beside the sources as well as beside the build. */
const PAGE_ROOT = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/**
 * The one bootstrap, for the server, workers, commands and tests: connects, migrates, starts background work. The
 * caller listens where it serves, and closes what it gets.
 * @throws Error where a backend cannot be reached, a route has no access rule, or a job no handler
 */
export async function createApp(config: AppConfig, options: AppOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(config, options.runJobs),
    newAdapter(messageCatalogue, config.http.trustedProxies),
    {
      logger: new JsonLogger(config.logLevel),
      abortOnError: false,
    },
  );
  try {
    app.setGlobalPrefix('api');
    if (options.http) {
      await hardenHttp(app, config, messageCatalogue);
      serveOpenApi(app);
      await servePage(app, PAGE_ROOT);
    }
    await app.init();
    if (options.http) await app.getHttpAdapter().getInstance().ready();
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}
