import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { FewAtOnce } from './few-at-once.js';

/** OWASP's recommendation for Argon2id, which is the library's default algorithm: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Node has four threads for work of this kind; one stays free for files and names of hosts. */
const AT_ONCE = 3;
/** Some ten seconds of work; whoever comes then is better told to come again. */
const MOST_WAITING = 200;
const BUSY_SECONDS = 10;

/** Passwords as they are stored. Each costs memory and time by intention, so that only a few are worked on at once. */
@Injectable()
export class PasswordHashing {
  private decoy: Promise<string> | null = null;
  private readonly few = new FewAtOnce(
    AT_ONCE,
    MOST_WAITING,
    () => new DomainError('sign-in-busy', { seconds: BUSY_SECONDS }),
  );

  /** @throws DomainError `sign-in-busy` where too many passwords wait to be looked at */
  hash(password: string): Promise<string> {
    return this.few.run(() => hash(password.normalize('NFKC'), PARAMETERS));
  }

  /** @throws DomainError `sign-in-busy` */
  verify(passwordHash: string, password: string): Promise<boolean> {
    return this.few.run(() => verify(passwordHash, password.normalize('NFKC')));
  }

  /** Takes as long as a verification and always fails: an unknown name must not answer faster than a wrong password. */
  async verifyNobody(password: string): Promise<false> {
    this.decoy ??= hash('nobody has this password', PARAMETERS);
    await this.verify(await this.decoy, password);
    return false;
  }
}
