import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppConfig } from '../../../config/app-config.js';

const COOKIE = 'sid';

export const sessionTokenOf = (request: FastifyRequest): string | undefined => request.cookies[COOKIE];

const attributes = (config: AppConfig) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: config.session.cookieSecure }) as const;

export const setSessionCookie = (reply: FastifyReply, token: string, config: AppConfig): void => {
  void reply.setCookie(COOKIE, token, { ...attributes(config), maxAge: config.session.hours * 3600 });
};

export const clearSessionCookie = (reply: FastifyReply, config: AppConfig): void => {
  void reply.clearCookie(COOKIE, attributes(config));
};
