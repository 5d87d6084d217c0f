import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppConfig } from '../../../config/app-config.js';
import { bearerOf } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';

const COOKIE = 'sid';

export const sessionTokenOf = (request: FastifyRequest): string | undefined => request.cookies[COOKIE];

/** Of a request that concerns the session itself. @throws DomainError `forbidden` for a machine, which has none */
export function requireSessionToken(request: FastifyRequest): string {
  const token = bearerOf(request.headers) === null ? sessionTokenOf(request) : undefined;
  if (token === undefined) throw new DomainError('forbidden');
  return token;
}

const attributes = (config: AppConfig) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: config.session.cookieSecure }) as const;

export const setSessionCookie = (reply: FastifyReply, token: string, config: AppConfig): void => {
  void reply.setCookie(COOKIE, token, { ...attributes(config), maxAge: config.session.hours * 3600 });
};

export const clearSessionCookie = (reply: FastifyReply, config: AppConfig): void => {
  void reply.clearCookie(COOKIE, attributes(config));
};
