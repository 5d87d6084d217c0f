import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { loadConfig } from './config/load-config.js';
import { messageCatalogue } from './messages.js';
import { newAdapter } from './platform/http/fastify.js';
import { openApiDocument } from './platform/http/openapi.js';

/** Writes the OpenAPI document to the given file, with no database and no queue: nothing is instantiated. */
async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('Usage: node dist/openapi.js FILE');
  const module = AppModule.of(loadConfig({}, process.cwd()), false);
  const app = await NestFactory.create<NestFastifyApplication>(module, newAdapter(messageCatalogue), {
    preview: true,
    logger: ['error'],
  });
  app.setGlobalPrefix('api');
  await writeFile(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
}

await main(process.argv[2]);
