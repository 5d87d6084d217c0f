import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  ACCESS_RULE,
  holds,
  isUnattended,
  WITH_DUE_PASSWORD,
  type AccessRule,
  type AuthenticatedRequest,
} from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { RequestAuthentication } from './request-authentication.js';

/** Stands before every route: what does not say who may use it is used by nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: RequestAuthentication,
  ) {}

  /**
   * @throws DomainError `not-signed-in`, `forbidden`, and for tokens those of `RequestAuthentication`;
   *   `password-change-required` for a person who has to choose a new password first
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, places);
    if (rule === undefined) throw new DomainError('forbidden');
    if (rule === 'public') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const user = await this.authentication.userOf(request, !isUnattended(request.headers));
    const isExempt = this.reflector.getAllAndOverride<boolean | undefined>(WITH_DUE_PASSWORD, places) === true;
    if (user.passwordDue && !isExempt) throw new DomainError('password-change-required');
    if (rule.length > 0 && !rule.some((permission) => holds(user, permission))) throw new DomainError('forbidden');
    request.currentUser = user;
    return true;
  }
}
