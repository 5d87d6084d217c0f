import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import type { AppConfig } from '../../config/app-config.js';
import { APP_CONFIG } from '../../config/config.module.js';
import { AccessRulesCheck } from './access-rules-check.js';
import { HealthController } from './health.controller.js';
import { Idempotency } from './idempotency/idempotency.js';
import { IdempotentRequestRepository } from './idempotency/idempotent-request.repository.js';
import { MessageCatalogue } from './message-catalogue.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestValidationPipe } from './validation.js';

const MEGABYTE = 1024 * 1024;

/** What holds for every route: validation of requests, the check of answers, refusals in the reader's language. */
@Module({})
export class HttpModule {
  static of(catalogue: MessageCatalogue): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController],
      providers: [
        AccessRulesCheck,
        Idempotency,
        IdempotentRequestRepository,
        { provide: MessageCatalogue, useValue: catalogue },
        { provide: APP_PIPE, useClass: RequestValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
        {
          provide: APP_FILTER,
          useFactory: ({ uploads }: AppConfig) => new ProblemFilter(catalogue, uploads.limitBytes / MEGABYTE),
          inject: [APP_CONFIG],
        },
      ],
      exports: [Idempotency, MessageCatalogue],
    };
  }
}
