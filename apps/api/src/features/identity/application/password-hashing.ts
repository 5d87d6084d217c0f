import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** OWASP's recommendation for Argon2id, which is the library's default algorithm: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class PasswordHashing {
  private decoy: Promise<string> | null = null;

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), PARAMETERS);
  }

  verify(passwordHash: string, password: string): Promise<boolean> {
    return verify(passwordHash, password.normalize('NFKC'));
  }

  /** Takes as long as a verification and always fails: an unknown name must not answer faster than a wrong password. */
  async verifyNobody(password: string): Promise<false> {
    this.decoy ??= this.hash('nobody has this password');
    await this.verify(await this.decoy, password);
    return false;
  }
}
