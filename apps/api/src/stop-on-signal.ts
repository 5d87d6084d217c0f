import { ShutdownSignal } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Ends the program in order on SIGTERM and SIGINT: jobs are finished or given back, then it exits with code 0. */
export function stopOnSignal(app: NestFastifyApplication): void {
  app.enableShutdownHooks([ShutdownSignal.SIGTERM, ShutdownSignal.SIGINT], { useProcessExit: true });
}
