import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { appVersion } from '../../config/app-version.js';
import { Problem } from './problem.dto.js';

const DOCS_PATH = 'api/docs';
const JSON_PATH = 'api/openapi.json';

/** The API as an OpenAPI document, from the zod schemas of the routes. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const description =
    '预算绩效运行监控. Money is integer 分. Every refusal is a Problem with a stable code; its sentence is in the ' +
    'language of Accept-Language (zh by default, en).';
  const config = new DocumentBuilder()
    .setTitle('jixiao')
    .setDescription(description)
    .setVersion(appVersion())
    .addCookieAuth('sid')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A token of /api/tokens, for machines' })
    .addGlobalResponse({ status: 'default', description: 'Refusal', standardSchema: Problem })
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

/** Serves the document and a page to read it by; the page's script and style are files, as the CSP wants. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup(DOCS_PATH, app, () => openApiDocument(app), {
    jsonDocumentUrl: JSON_PATH,
    raw: ['json'],
    customSiteTitle: 'jixiao API',
    swaggerOptions: { validatorUrl: null },
  });
}
