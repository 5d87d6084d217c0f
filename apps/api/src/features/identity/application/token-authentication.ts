import { isForTokens } from '@jixiao/domain';
import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AccountRepository } from '../persistence/account.repository.js';
import type { ApiToken } from '../persistence/api-token.entity.js';
import { ApiTokenRepository } from '../persistence/api-token.repository.js';
import { BackgroundWrites } from './background-writes.js';
import { FailureThrottle } from './failure-throttle.js';
import { OrganisationDirectory } from './organisation-directory.js';
import { isSecretOf, parseToken } from './token-text.js';

const MAX_FAILURES = 20;
const WINDOW_MS = 5 * 60 * 1000;
const NOTE_USE_MS = 60 * 1000;

/**
 * Whom a token stands for: a caller of its own, with the token's permissions at its organisation, save those which an
 * earlier release gave to tokens and which only people have.
 */
@Injectable()
export class TokenAuthentication {
  private readonly logger = new Logger('Identity');
  private readonly failures = new FailureThrottle('too-many-refused-tokens', MAX_FAILURES, WINDOW_MS);

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tokens: ApiTokenRepository,
    private readonly accounts: AccountRepository,
    private readonly organisations: OrganisationDirectory,
    private readonly background: BackgroundWrites,
  ) {}

  /**
   * @param text as it stands behind `Bearer`
   * @throws DomainError `token-invalid` where it is unknown or revoked, or its maker's account is closed,
   *   `token-expired`; `too-many-refused-tokens` for an
   *   address with twenty failures, until five minutes have passed without one
   */
  async userOf(text: string, remoteAddress: string): Promise<CurrentUser> {
    this.failures.check(remoteAddress);
    try {
      const token = await this.valid(text);
      this.noteUse(token);
      return await this.describe(token);
    } catch (error) {
      if (error instanceof DomainError && error.code.startsWith('token-')) this.countFailure(remoteAddress);
      throw error;
    }
  }

  private async valid(text: string): Promise<ApiToken> {
    const parts = parseToken(text);
    const token = parts && (await this.tokens.byId(this.uow.reader, parts.id));
    const isRight = token !== null && isSecretOf(token.secretHash, parts?.secret ?? '');
    if (!isRight || token.revokedAt !== null) throw new DomainError('token-invalid');
    if (token.expiresAt <= this.clock.now()) throw new DomainError('token-expired');
    // Closing an account ends its tokens; this one stops those of accounts that were closed before that was so.
    const maker = await this.accounts.byUsername(this.uow.reader, token.createdBy);
    if (maker?.active === false) throw new DomainError('token-invalid');
    return token;
  }

  private async describe({ id, name, organisationId, permissions }: ApiToken): Promise<CurrentUser> {
    const path = (await this.organisations.byIds([organisationId])).get(organisationId)?.path;
    if (path === undefined) throw new DomainError('token-invalid');
    const scope = Object.fromEntries(permissions.filter(isForTokens).map((permission) => [permission, [path]]));
    return { userId: id, username: `token:${name}`, displayName: name, roles: [], scope, actsFor: [] };
  }

  private noteUse({ id, lastUsedAt }: ApiToken): void {
    const since = this.clock.later(-NOTE_USE_MS);
    if (lastUsedAt !== null && lastUsedAt > since) return;
    this.background.begin((manager) => this.tokens.noteUse(manager, id, this.clock.now(), since));
  }

  private countFailure(remoteAddress: string): void {
    if (this.failures.count(remoteAddress) !== MAX_FAILURES) return;
    this.logger.warn(`${MAX_FAILURES} refused tokens from ${remoteAddress}: no more are looked at for a while`);
  }
}
