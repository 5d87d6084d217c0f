import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { bearerOf, isMeantBy, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { Authentication } from '../application/authentication.js';
import { TokenAuthentication } from '../application/token-authentication.js';
import { sessionTokenOf } from './session-cookie.js';

/** Who makes a request: a machine by its token, or a person by the cookie. Where there are both, the token counts. */
@Injectable()
export class RequestAuthentication {
  constructor(
    private readonly sessions: Authentication,
    private readonly tokens: TokenAuthentication,
  ) {}

  /**
   * @param isUse false where nobody is at the screen, so that the session ends as if there had been no request
   * @throws DomainError `not-signed-in`, and for a token `token-invalid`, `token-expired`, `too-many-refused-tokens`
   */
  async userOf(request: FastifyRequest, isUse: boolean): Promise<CurrentUser> {
    const bearer = bearerOf(request.headers);
    if (bearer !== null) return this.tokens.userOf(bearer, request.ip);
    const session = sessionTokenOf(request);
    const user = session === undefined ? null : await this.sessions.userOf(session, isUse);
    // What one person typed is not stored in the name of another, who has signed in with the same browser.
    if (user === null || !isMeantBy(user, request.headers)) throw new DomainError('not-signed-in');
    return user;
  }
}
