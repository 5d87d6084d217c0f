import { createHash } from 'node:crypto';
import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DomainError } from '../../runtime/domain-error.js';
import type { AuthenticatedRequest } from '../access.js';
import { Idempotency } from './idempotency.js';

const IDEMPOTENT = 'jixiao:idempotent';
const HEADER = 'idempotency-key';
const REPLAYED = 'idempotency-replayed';
/** Visible ASCII, as the draft standard's string. */
const KEY = /^[\x21-\x7e]{1,200}$/;

interface Choice {
  /** Refuse requests without a key. */
  readonly required?: boolean;
}

/**
 * The route does each request once: a caller who sends it again with the same `Idempotency-Key` gets the stored answer,
 * with the header `Idempotency-Replayed: true`, for seven days. The method runs inside one unit of work, in which the
 * answer is stored too (see `Idempotency`), so that
 * - units of work inside it join that one: where one fails, all of it fails, even if the method catches the error;
 * - it may run again where the database rolled it back, and must not wait for a job or another transaction.
 * For routes that take JSON, or no body, and are not public.
 */
export const Idempotent = ({ required = false }: Choice = {}): MethodDecorator =>
  applyDecorators(
    SetMetadata(IDEMPOTENT, { required } satisfies Choice),
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required,
      description: 'Chosen by the caller, one for each request: sent again with it, the request is answered as before.',
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    }),
  );

@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const key = request.headers[HEADER];
    const { required } = this.reflector.get<Required<Choice>>(IDEMPOTENT, context.getHandler());
    if (key === undefined && required) throw new DomainError('idempotency-key-required');
    if (key === undefined) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) throw new DomainError('idempotency-key-invalid');
    return from(this.answer(request, key, next, context.switchToHttp().getResponse<FastifyReply>()));
  }

  private async answer(
    request: AuthenticatedRequest,
    key: string,
    next: CallHandler,
    reply: FastifyReply,
  ): Promise<unknown> {
    const caller = request.currentUser?.username;
    if (caller === undefined || request.isMultipart()) throw new Error('@Idempotent() on a route that it is not for');
    const fingerprint = fingerprintOf(request);
    const { answer, replayed } = await this.idempotency.once({ caller, key, fingerprint }, () =>
      lastValueFrom(next.handle(), { defaultValue: undefined }),
    );
    if (replayed) void reply.header(REPLAYED, 'true');
    return answer;
  }
}

const fingerprintOf = ({ method, url, body }: AuthenticatedRequest): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('hex');
