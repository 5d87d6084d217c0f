import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { CloseReopening } from './close-reopening.js';

const EVERY_MS = 60_000;

/** Ends expired reopenings at the start and every minute, in the processes that run jobs. */
@Injectable()
export class ReopeningTimer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Reopenings');
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly close: CloseReopening,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.jobs.run) return;
    this.timer = setInterval(() => this.look(), EVERY_MS);
    this.timer.unref();
    this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** One look after the other; a database that is away now is asked again in a minute. */
  private look(): void {
    this.looking = this.looking
      .then(() => this.close.expire())
      .then(
        () => undefined,
        (error: unknown) => this.logger.error('Expired reopenings could not be ended', error),
      );
  }
}
