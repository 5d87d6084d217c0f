import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { FormerPasswordRepository } from '../persistence/former-password.repository.js';
import type { UserAccount } from '../persistence/user-account.entity.js';
import { PasswordHashing } from './password-hashing.js';
import { passwordFault } from './password-rules.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Why a person has to choose a new password before anything else. */
export type PasswordDue = 'first' | 'expired';

/** Whether a password may be taken, how it is stored, and when it has to be changed. */
@Injectable()
export class Passwords {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: AccountRepository,
    private readonly former: FormerPasswordRepository,
    private readonly hashing: PasswordHashing,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'passwords'>,
  ) {}

  /** @throws DomainError `password-length`, `password-contains-username`, `password-too-plain`, `password-common` */
  check(password: string, username: string): void {
    const fault = passwordFault(password, username, this.config.passwords);
    if (fault !== null) throw DomainError.of(fault);
  }

  /** @throws DomainError `password-used-before` for the present one and those that were had last */
  async checkUnused(account: UserAccount, password: string): Promise<void> {
    const { remembered } = this.config.passwords;
    if (remembered === 0) return;
    const former = await this.former.of(this.uow.reader, account.id);
    const hashes = [account.passwordHash, ...former.map(({ passwordHash }) => passwordHash)].slice(0, remembered);
    for (const hash of hashes) {
      if (await this.hashing.verify(hash, password)) throw new DomainError('password-used-before', { n: remembered });
    }
  }

  /** @param mustChange true where somebody else chose it */
  async store(manager: EntityManager, account: UserAccount, passwordHash: string, mustChange: boolean): Promise<void> {
    const now = this.clock.now();
    await this.accounts.changePassword(manager, account.id, {
      passwordHash,
      passwordChangedAt: now,
      mustChangePassword: mustChange,
    });
    // The present password is looked at as well, so one less is kept.
    const keep = Math.max(this.config.passwords.remembered - 1, 0);
    await this.former.add(manager, account.id, account.passwordHash, now, keep);
  }

  dueOf({ mustChangePassword, passwordChangedAt }: UserAccount): PasswordDue | null {
    if (mustChangePassword) return 'first';
    const expiry = this.expiryOf({ passwordChangedAt });
    return expiry !== null && expiry <= this.clock.now() ? 'expired' : null;
  }

  /** The instant at which a password is too old, null where passwords do not age. */
  expiryOf({ passwordChangedAt }: Pick<UserAccount, 'passwordChangedAt'>): string | null {
    const { maxAgeDays } = this.config.passwords;
    if (maxAgeDays === 0) return null;
    return new Date(Date.parse(passwordChangedAt) + maxAgeDays * DAY_MS).toISOString();
  }
}
