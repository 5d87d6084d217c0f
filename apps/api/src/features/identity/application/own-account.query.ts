import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { OwnAccount } from '../http/identity.dto.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';

/** A person's own account: when the password ends, and where he is signed in. */
@Injectable()
export class OwnAccountQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'passwords'>,
  ) {}

  /** @param token of the present session @throws DomainError `forbidden` for a machine, which has no account */
  async run(user: CurrentUser, token: string): Promise<OwnAccount> {
    const account = await this.accounts.byId(this.uow.reader, user.userId);
    if (account === null) throw new DomainError('forbidden');
    return {
      userId: account.id,
      passwordExpiresAt: this.passwords.expiryOf(account),
      passwordMinLength: this.config.passwords.minLength,
      sessions: [...(await this.sessions.list(account.id, token))],
    };
  }
}
