import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../../config/app-config.js';
import { APP_CONFIG } from '../../config/config.module.js';
import { DomainError } from '../runtime/domain-error.js';
import { keyFile, readKeyFile } from './key-file.js';

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';
const KEY_BYTES = 32;
/** As NIST SP 800-38D recommends for GCM. */
const NONCE_BYTES = 12;

interface Key {
  readonly bytes: Buffer;
  /** By which a stored secret tells that it was encrypted with another key. */
  readonly id: string;
}

/**
 * Encrypts what has to be stored and nobody may read: passwords of servers, keys of robots. AES-256-GCM, each with a nonce of
 * its own and bound to its place, so that one that is moved to another row does not open there.
 */
@Injectable()
export class SecretBox {
  private key: Key | null = null;

  constructor(@Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'secretKey' | 'database' | 'dataDir'>) {}

  /** Whether anything can be encrypted: with a database server only by SECRET_KEY, which all processes share. */
  get isReady(): boolean {
    return this.config.secretKey !== null || this.config.database.backend === 'sqlite';
  }

  /** @param place where it is stored, `channel/ID` @throws DomainError `secret-key-missing` */
  seal(place: string, secret: string): string {
    const { bytes, id } = this.requireKey(keyFile);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, bytes, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [VERSION, id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
  }

  /** @throws DomainError `secret-key-missing`; `secret-unreadable` where another key encrypted it, or something was changed */
  open(place: string, text: string): string {
    const { bytes, id } = this.requireKey(readKeyFile);
    const [version, keyId, nonce = '', body = ''] = text.split('.');
    if (version !== VERSION || keyId !== id) throw new DomainError('secret-unreadable');
    try {
      const sealed = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv(CIPHER, bytes, Buffer.from(nonce, 'base64url')).setAAD(Buffer.from(place));
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new DomainError('secret-unreadable', {}, [], { cause });
    }
  }

  private requireKey(fileKey: (dataDir: string) => string | null): Key {
    if (this.key !== null) return this.key;
    const { secretKey, database, dataDir } = this.config;
    const text = secretKey ?? (database.backend === 'sqlite' ? fileKey(dataDir) : null);
    if (text === null) throw new DomainError('secret-key-missing');
    const bytes = Buffer.from(hkdfSync('sha256', text, '', 'jixiao secrets', KEY_BYTES));
    this.key = { bytes, id: createHash('sha256').update(bytes).digest('hex').slice(0, 8) };
    return this.key;
  }
}
