import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS_RULE, holds, type AccessRule, type AuthenticatedRequest } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { Authentication } from '../application/authentication.js';
import { sessionTokenOf } from './session-cookie.js';

/** Stands before every route: what does not say who may use it is used by nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
  ) {}

  /** @throws DomainError `not-signed-in`, `forbidden` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rule === undefined) throw new DomainError('forbidden');
    if (rule === 'public') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const token = sessionTokenOf(request);
    const user = token === undefined ? null : await this.authentication.userOf(token);
    if (user === null) throw new DomainError('not-signed-in');
    if (rule.length > 0 && !rule.some((permission) => holds(user, permission))) throw new DomainError('forbidden');
    request.currentUser = user;
    return true;
  }
}
