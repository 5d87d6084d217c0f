import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { ReportUploads } from './report-uploads.js';

const EVERY_MS = 60 * 60 * 1000;

/** Deletes expired uploads at the start and every hour, in the processes that run jobs. */
@Injectable()
export class PurgeTimer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('ReportUploads');
  private timer: NodeJS.Timeout | undefined;
  private purging: Promise<void> = Promise.resolve();

  constructor(
    private readonly uploads: ReportUploads,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.jobs.run) return;
    this.timer = setInterval(() => this.purge(), EVERY_MS);
    this.timer.unref();
    this.purge();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.purging;
  }

  /** One after the other; a database that is away now is asked again in an hour. */
  private purge(): void {
    this.purging = this.purging
      .then(() => this.uploads.purge())
      .then(
        () => undefined,
        (error: unknown) => this.logger.error('Expired uploads could not be deleted', error),
      );
  }
}
