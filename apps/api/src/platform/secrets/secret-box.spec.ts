import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { SecretBox } from './secret-box.js';

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jixiao-secrets-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const sqlite = { backend: 'sqlite', file: path.join(dataDir, 'jixiao.db') } as const;
const mysql = { backend: 'mysql', url: 'mysql://u:p@h/d', poolSize: 1 } as const;
const box = (secretKey: string | null, database: typeof sqlite | typeof mysql = mysql) =>
  new SecretBox({ secretKey, database, dataDir });
const refusal = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe('a stored secret', () => {
  const key = 'k'.repeat(32);

  it('comes back, never says what it holds, and is another text each time', () => {
    const sealed = box(key).seal('channel/1', '密码 p4ss');
    expect(box(key).open('channel/1', sealed)).toBe('密码 p4ss');
    expect(sealed).not.toContain('p4ss');
    expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').toString()).not.toContain('p4ss');
    expect(box(key).seal('channel/1', '密码 p4ss')).not.toBe(sealed);
  });

  it('opens at its own place only, by its own key only, and not where a letter was changed', () => {
    const sealed = box(key).seal('channel/1', 'p4ss');
    expect(refusal(() => box(key).open('channel/2', sealed))).toBe('secret-unreadable');
    expect(refusal(() => box('other'.repeat(8)).open('channel/1', sealed))).toBe('secret-unreadable');
    const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    expect(refusal(() => box(key).open('channel/1', changed))).toBe('secret-unreadable');
    expect(refusal(() => box(key).open('channel/1', 'p4ss'))).toBe('secret-unreadable');
  });

  it('is refused on a database server without SECRET_KEY', () => {
    expect(box(null).isReady).toBe(false);
    expect(refusal(() => box(null).seal('channel/1', 'p4ss'))).toBe('secret-key-missing');
  });

  it('has a key file that only the program may read where everything is embedded', () => {
    const sealed = box(null, sqlite).seal('channel/1', 'p4ss');
    expect(box(null, sqlite).open('channel/1', sealed)).toBe('p4ss');
    expect(statSync(path.join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
  });
});
