import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { PurgeNotifications } from '../application/purge-notifications.js';
import { WatchCalendar } from '../application/watch-calendar.js';

const EVERY_MS = 10 * 60 * 1000;

/** Tells what a day brings and forgets what is old, at the start and every ten minutes, in the processes that run jobs. */
@Injectable()
export class CalendarTimer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Notifications');
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly watch: WatchCalendar,
    private readonly purge: PurgeNotifications,
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

  /** One look after the other; a database that is away now is asked again in ten minutes. */
  private look(): void {
    this.looking = this.looking
      .then(() => this.watch.run())
      .then(() => this.purge.run())
      .then(
        () => undefined,
        (error: unknown) => this.logger.error('Dates could not be looked for', error),
      );
  }
}
