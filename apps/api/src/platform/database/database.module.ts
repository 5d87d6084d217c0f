import { Injectable, Logger, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { AppConfig } from '../../config/app-config.js';
import { APP_CONFIG } from '../../config/config.module.js';
import { Database } from './database.js';
import type { EntityList } from './entity-list.js';
import { openDatabase } from './open-database.js';
import { UnitOfWork } from './unit-of-work.js';

/** Closes last: whatever writes has stopped in an earlier phase of the shutdown. */
@Injectable()
class DatabaseCloser implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  onApplicationShutdown(): Promise<void> {
    return this.database.close();
  }
}

/** The configured database, open and migrated, for every module. */
@Module({})
export class DatabaseModule {
  /** @param entities every table; the composition root knows the slices, the platform does not */
  static of(entities: EntityList): DynamicModule {
    const logger = new Logger('Database');
    const report = (error: unknown): void => logger.error('An effect after a commit failed', stackOf(error));
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: Database,
          inject: [APP_CONFIG],
          useFactory: (config: AppConfig) => openDatabase(config.database, entities, report),
        },
        { provide: UnitOfWork, inject: [Database], useFactory: (database: Database) => database.unitOfWork },
        DatabaseCloser,
      ],
      exports: [Database, UnitOfWork],
    };
  }
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
