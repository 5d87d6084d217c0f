import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import type { UserAccount } from '../persistence/user-account.entity.js';
import { UserSession, type SignInMethod } from '../persistence/user-session.entity.js';
import { AccessNews } from './access-news.js';
import { BackgroundWrites } from './background-writes.js';

const TOKEN_BYTES = 32;
const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
/** The last use is stored only this often, and in a tenth of the idle time; a write for every request would be waste. */
const TOUCH_MS = 5 * MINUTE_MS;

/** Sign-ins kept in the database. The browser has a random token, the database only its digest. */
@Injectable()
export class Sessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: SessionRepository,
    private readonly accounts: AccountRepository,
    private readonly background: BackgroundWrites,
    private readonly news: AccessNews,
    private readonly audit: AuditLog,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'session'>,
  ) {}

  /**
   * Begins a session of somebody who has shown who they are.
   * @returns the token for the cookie; it is stored nowhere
   */
  async begin(
    account: UserAccount,
    remoteAddress: string,
    method: SignInMethod,
  ): Promise<{ userId: string; token: string }> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    const session = Object.assign(new UserSession(), {
      id: digest(token),
      userId: account.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: this.clock.later(this.config.session.hours * HOUR_MS),
      remoteAddress,
      method,
    });
    await this.uow.run(async (manager) => {
      await this.sessions.removeExpired(manager, now);
      await this.sessions.add(manager, session);
      await this.accounts.change(manager, account.id, { lastSignInAt: now, lastSignInAddress: remoteAddress });
      await this.audit.record(manager, {
        actor: account.username,
        action: 'identity.sign-in',
        subject: `user/${account.id}`,
        after: { by: method },
        remoteAddress,
      });
    });
    return { userId: account.id, token };
  }

  /**
   * The session of a token where it is still good, else null.
   * @param isUse false where nobody is at the screen: the session then ends as if there had been no request
   */
  async good(token: string, isUse: boolean): Promise<UserSession | null> {
    const session = await this.sessions.byId(this.uow.reader, digest(token));
    if (session === null || session.expiresAt <= this.clock.now()) return null;
    if (session.lastSeenAt <= this.usedSince) return null;
    const touchMs = Math.min(TOUCH_MS, this.idleMs / 10);
    if (isUse && session.lastSeenAt <= this.clock.later(-touchMs)) {
      this.background.begin((manager) => this.sessions.touch(manager, session.id, this.clock.now()));
    }
    return session;
  }

  /** The sessions of a person that are still good, and which of them the token is of. */
  async list(userId: string, token: string): Promise<readonly (UserSession & { readonly isCurrent: boolean })[]> {
    const found = await this.sessions.goodOf(this.uow.reader, userId, this.clock.now(), this.usedSince);
    return found.map((session) => ({ ...session, isCurrent: session.id === digest(token) }));
  }

  /** Ends all sessions of a person but the one of the token. */
  async endOthers(
    user: { readonly userId: string; readonly username: string },
    token: string,
    remoteAddress: string,
  ): Promise<void> {
    await this.uow.run(async (manager) => {
      const ended = await this.sessions.removeOthersOf(manager, user.userId, digest(token));
      if (ended === 0) return;
      this.news.changed(user.userId);
      const entry: AuditRecord = {
        actor: user.username,
        action: 'identity.end-sessions',
        subject: `user/${user.userId}`,
      };
      await this.audit.record(manager, { ...entry, after: { ended }, remoteAddress });
    });
  }

  /** Signs out; without effect where the session is gone already. */
  async close(token: string, remoteAddress: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const session = await this.sessions.byId(manager, digest(token));
      const account = session && (await this.accounts.byId(manager, session.userId));
      if (!account || !(await this.sessions.remove(manager, session.id))) return;
      this.news.changed(account.id);
      await this.audit.record(manager, {
        actor: account.username,
        action: 'identity.sign-out',
        subject: `user/${account.id}`,
        remoteAddress,
      });
    });
  }

  private get idleMs(): number {
    return this.config.session.idleMinutes * MINUTE_MS;
  }

  private get usedSince(): string {
    return this.clock.later(-this.idleMs);
  }
}

export const digest = (token: string): string => createHash('sha256').update(token).digest('hex');
