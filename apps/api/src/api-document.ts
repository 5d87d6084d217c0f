import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { loadConfig } from './config/load-config.js';
import { messageCatalogue } from './messages.js';
import { newAdapter } from './platform/http/fastify.js';
import { openApiDocument } from './platform/http/openapi.js';

/** The OpenAPI document of the whole program, with no database and no queue: nothing is instantiated. */
export async function apiDocument(): Promise<OpenAPIObject> {
  const module = AppModule.of(loadConfig({}, process.cwd()), false);
  const app = await NestFactory.create<NestFastifyApplication>(module, newAdapter(messageCatalogue), {
    preview: true,
    logger: ['error'],
  });
  app.setGlobalPrefix('api');
  return openApiDocument(app);
}
