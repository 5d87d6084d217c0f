import { existsSync } from 'node:fs';
import path from 'node:path';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import statics from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppConfig } from '../../config/app-config.js';
import { DomainError } from '../runtime/domain-error.js';
import { newId } from '../runtime/ids.js';
import { isCrossSite } from './cross-site.js';
import { localeOf, type MessageCatalogue } from './message-catalogue.js';
import { problemOf } from './problem.filter.js';

const BODY_LIMIT = 8 * 1024 * 1024;
const COMPRESS_FROM_BYTES = 1024;
/** Above this brotli costs more time than it saves for answers made on the spot. */
const BROTLI_QUALITY = 4;
const MAX_FILES = 20;
const MAX_FIELDS = 20;
const MAX_FIELD_BYTES = 10_000;

/** Open event streams must not keep the server from closing. What fails before there is a route is worded here. */
export const newAdapter = (catalogue: MessageCatalogue, trustedProxies = 0): FastifyAdapter =>
  new FastifyAdapter({
    trustProxy: (_address: string, hop: number) => hop < trustedProxies,
    bodyLimit: BODY_LIMIT,
    genReqId: newId,
    forceCloseConnections: true,
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(
        catalogue,
        new DomainError('bad-request'),
        localeOf(request.headers['accept-language']),
      );
      void reply.code(400).header('cache-control', 'no-store').send(problem);
    },
  });

/** Everything around the routes: headers, compression, cookies, uploads, the check for requests of other sites. */
export async function hardenHttp(
  app: NestFastifyApplication,
  config: AppConfig,
  catalogue: MessageCatalogue,
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    // Whether browsers must use HTTPS is known where it is set up: with the cookie that demands it.
    strictTransportSecurity: config.session.cookieSecure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } };
  await app.register(compress, { threshold: COMPRESS_FROM_BYTES, encodings: ['br', 'gzip'], brotliOptions });
  await app.register(cookie);
  await app.register(multipart, {
    limits: {
      fileSize: config.uploads.limitBytes,
      files: MAX_FILES,
      fields: MAX_FIELDS,
      fieldSize: MAX_FIELD_BYTES,
      parts: MAX_FILES + MAX_FIELDS,
    },
  });
  refuseCrossSite(app, catalogue);
}

function refuseCrossSite(app: NestFastifyApplication, catalogue: MessageCatalogue): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    if (!isCrossSite(request.method, request.headers)) return;
    const problem = problemOf(
      catalogue,
      new DomainError('cross-site-request'),
      localeOf(request.headers['accept-language']),
    );
    await reply.code(403).send(problem);
  });
}

/**
 * Serves the built page: its files with long caching where their names carry a digest, and for every other address
 * that names no file the page itself, whose router knows what to show. Without a built page nothing is served.
 */
export async function servePage(app: NestFastifyApplication, root: string): Promise<void> {
  if (!existsSync(path.join(root, 'index.html'))) return;
  await app.register(statics, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const lasting = file.includes(`${path.sep}assets${path.sep}`);
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      // Not by URL: an address that begins with two slashes names another host there.
      const pathname = request.url.split('?', 1)[0] ?? '';
      if (pathname.startsWith('/api/') || path.extname(pathname) !== '') return reply.callNotFound();
      return reply.sendFile('index.html');
    });
}
