import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { OidcClient, type PendingSignIn } from './oidc-client.js';
import { Sessions } from './sessions.js';
import { SignInTrail } from './sign-in-trail.js';
import type { SignedIn } from './sign-in.js';

/** Signing in by single sign-on: the issuer says who it is, the account here says what the person may do. */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly client: OidcClient,
    private readonly accounts: AccountRepository,
    private readonly sessions: Sessions,
    private readonly trail: SignInTrail,
  ) {}

  /**
   * Accounts are made by administrators only, never by the issuer's word.
   * @throws DomainError `oidc-refused`, `oidc-unavailable`; `oidc-unknown` where nobody here has the name, or no more
   */
  async execute(search: string, pending: PendingSignIn, remoteAddress: string): Promise<SignedIn> {
    const username = await this.client.finish(search, pending);
    const account = await this.accounts.byUsername(this.uow.reader, username);
    if (account?.active !== true) {
      await this.uow.run((manager) => this.trail.unknownToUs(manager, { username, account, remoteAddress }));
      throw new DomainError('oidc-unknown', { username });
    }
    return this.sessions.begin(account, remoteAddress, 'oidc');
  }
}
