import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../runtime/domain-error.js';
import { localeOf, MessageCatalogue, type Locale } from './message-catalogue.js';
import type { Problem } from './problem.dto.js';

/** What Fastify and its plugins call their refusals. */
const FASTIFY_CODES: Readonly<Record<string, string>> = {
  FST_REQ_FILE_TOO_LARGE: 'file-too-large',
  FST_FILES_LIMIT: 'too-many-files',
  FST_PARTS_LIMIT: 'too-many-files',
  FST_FIELDS_LIMIT: 'too-many-files',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-media-type',
  FST_PROTO_VIOLATION: 'bad-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-json',
};

const STATUS_CODES: Readonly<Record<number, string>> = {
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  503: 'busy',
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const isJsonFault = (error: unknown): boolean =>
  error instanceof SyntaxError || (error instanceof Error && error.cause instanceof SyntaxError);

/** Where several things went wrong the answer is about the one that the caller can act on. */
const asRefusal = (error: unknown, limitMb: number): DomainError | null => {
  if (error instanceof DomainError) return error;
  const known = FASTIFY_CODES[codeOf(error) ?? ''] ?? FASTIFY_CODES[codeOf((error as Error | null)?.cause) ?? ''];
  if (known !== undefined) return new DomainError(known, known === 'file-too-large' ? { limitMb } : {});
  if (isJsonFault(error)) return new DomainError('invalid-json');
  if (!(error instanceof HttpException) || error.getStatus() >= 500) return null;
  return new DomainError(STATUS_CODES[error.getStatus()] ?? 'bad-request');
};

/**
 * The only place where an error becomes an answer: a code, a sentence in the reader's language, a status. What is not
 * a refusal is logged with its stack and answered with the request's number only: no stack, no SQL leaves the program.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(
    private readonly catalogue: MessageCatalogue,
    private readonly uploadLimitMb: number,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = asRefusal(error, this.uploadLimitMb) ?? this.failure(error, request);
    if (reply.sent || reply.raw.headersSent) return;
    const locale = localeOf(request.headers['accept-language']);
    void reply
      .code(this.catalogue.statusOf(refusal.code))
      .headers({ 'content-language': locale, 'cache-control': 'no-store' })
      .send(problemOf(this.catalogue, refusal, locale));
  }

  private failure(error: unknown, request: FastifyRequest): DomainError {
    this.logger.error(
      `${request.method} ${request.url.split('?')[0]} failed, request ${request.id}`,
      error instanceof Error ? error.stack : String(error),
    );
    return new DomainError('internal-error', { requestId: request.id });
  }
}

/** A refusal as the caller reads it. */
export const problemOf = (catalogue: MessageCatalogue, error: DomainError, locale: Locale): Problem => ({
  code: error.code,
  message: catalogue.sentence(error, locale),
  ...(Object.keys(error.params).length > 0 ? { params: { ...error.params } } : {}),
  ...(error.issues.length > 0
    ? {
        issues: error.issues.map((issue) => ({
          path: issue.path,
          code: issue.code,
          message: catalogue.sentence(issue, locale),
        })),
      }
    : {}),
});
