import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { BackgroundWrites } from './background-writes.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { UserSession } from '../persistence/user-session.entity.js';

const TOKEN_BYTES = 32;
const HOUR_MS = 60 * 60 * 1000;
/** A session that nobody has used for so long has ended, whatever its expiry: a screen left open in an office. */
const IDLE_MS = 4 * HOUR_MS;
/** The last use is stored only this often; a write for every request would be waste. */
const TOUCH_MS = 5 * 60 * 1000;

/** Sign-ins kept in the database. The browser has a random token, the database only its digest. */
@Injectable()
export class Sessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: SessionRepository,
    private readonly background: BackgroundWrites,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** @returns the token for the cookie; it is stored nowhere */
  async open(userId: string, remoteAddress: string): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    const session = Object.assign(new UserSession(), {
      id: digest(token),
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: this.clock.later(this.config.session.hours * HOUR_MS),
      remoteAddress,
    });
    await this.uow.run(async (manager) => {
      await this.sessions.removeExpired(manager, now);
      await this.sessions.add(manager, session);
    });
    return token;
  }

  /** The person of a session that is still good, else null. */
  async userOf(token: string): Promise<string | null> {
    const session = await this.sessions.byId(this.uow.reader, digest(token));
    if (session === null || session.expiresAt <= this.clock.now()) return null;
    if (session.lastSeenAt <= this.clock.later(-IDLE_MS)) return null;
    if (session.lastSeenAt <= this.clock.later(-TOUCH_MS)) {
      this.background.begin((manager) => this.sessions.touch(manager, session.id, this.clock.now()));
    }
    return session.userId;
  }

  async close(token: string): Promise<void> {
    await this.uow.run((manager) => this.sessions.remove(manager, digest(token)));
  }
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex');
