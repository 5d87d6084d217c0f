import { Controller, Get, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { appVersion } from '../../config/app-version.js';
import { Database } from '../database/database.js';
import { QueueStatus } from '../jobs/queue-status.js';
import { Public } from './access.js';
import { Answers } from './answers.js';
import { Health } from './health.dto.js';

const VERSION = appVersion();

@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly queue: QueueStatus,
  ) {}

  @Get()
  @Public()
  @Answers(Health)
  @ApiResponse({ status: 503, standardSchema: Health, description: 'A backend does not answer' })
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const [database, queue] = await Promise.all([stateOf(this.database.ping()), stateOf(this.queue.ping())]);
    const status = database === 'ok' && queue === 'ok' ? 'ok' : 'down';
    void reply.header('cache-control', 'no-store');
    if (status === 'down') void reply.code(503);
    return {
      status,
      database: { backend: this.database.backend, status: database },
      queue: { backend: this.queue.backend, status: queue },
      version: VERSION,
    };
  }
}

const stateOf = (ping: Promise<void>): Promise<'ok' | 'down'> =>
  ping.then(
    () => 'ok' as const,
    () => 'down' as const,
  );
