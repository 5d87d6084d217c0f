import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AccountRepository } from '../persistence/account.repository.js';
import type { UserAccount } from '../persistence/user-account.entity.js';
import { PasswordHashing } from './password-hashing.js';
import { Sessions } from './sessions.js';
import { SignInLocks } from './sign-in-locks.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { SignInTrail, type SignInAttempt } from './sign-in-trail.js';

export interface SignedIn {
  readonly userId: string;
  readonly token: string;
}

/** Signing in by username and password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly hashing: PasswordHashing,
    private readonly throttle: SignInThrottle,
    private readonly locks: SignInLocks,
    private readonly sessions: Sessions,
    private readonly trail: SignInTrail,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'signIn'>,
  ) {}

  /**
   * An unknown name, a closed account and a wrong password are one and the same refusal, after the same time.
   * @throws DomainError `sign-in-failed`, `account-locked`, `too-many-attempts`, `sign-in-busy`;
   *   `local-sign-in-off` where passwords are for administrators only and this is none
   */
  async execute(username: string, password: string, remoteAddress: string): Promise<SignedIn> {
    try {
      return await this.throttle.attempt(remoteAddress, () => this.attempt(username, password, remoteAddress));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'too-many-attempts') await this.recordPause(remoteAddress);
      throw error;
    }
  }

  /** Once for each pause: what is refused in it would fill the trail. */
  private async recordPause(remoteAddress: string): Promise<void> {
    if (!this.throttle.isFirstRefusal(remoteAddress)) return;
    const refused = { account: null, remoteAddress };
    await this.uow.run((manager) => this.trail.refused(manager, refused, 'too-many-attempts'));
  }

  private async attempt(username: string, password: string, remoteAddress: string): Promise<SignedIn> {
    const account = await this.accounts.byUsername(this.uow.reader, username);
    const attempt: SignInAttempt = { username, account, remoteAddress };
    await this.locks.countAttempt(attempt);
    if (!(await this.isRight(account, password)) || account === null) {
      await this.uow.run((manager) => this.trail.failed(manager, attempt));
      throw new DomainError('sign-in-failed');
    }
    await this.requireLocal(account);
    await this.uow.run((manager) => this.locks.takeBack(manager, attempt));
    return this.sessions.begin(account, remoteAddress, account.mustChangePassword ? 'given-password' : 'password');
  }

  private isRight(account: UserAccount | null, password: string): Promise<boolean> {
    if (account?.active !== true) return this.hashing.verifyNobody(password);
    return this.hashing.verify(account.passwordHash, password);
  }

  private async requireLocal({ id }: UserAccount): Promise<void> {
    if (this.config.signIn.local === 'all') return;
    const roles = await this.accounts.rolesOf(this.uow.reader, id);
    if (!roles.some(({ role }) => role === 'admin')) throw new DomainError('local-sign-in-off');
  }
}
