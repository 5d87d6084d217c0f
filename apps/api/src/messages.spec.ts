import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { messageCatalogue } from './messages.js';

const SOURCES = fileURLToPath(new URL('.', import.meta.url));
/** `new DomainError('code'`, and the code of a field's fault or of a rule's problem in an object. */
const THROWN = /new DomainError\(\s*'([a-z0-9-]+)'/g;
const CHOSEN = /new DomainError\(\s*[^'(),]+\?\s*'([a-z0-9-]+)'\s*:\s*'([a-z0-9-]+)'/g;

const sources = (): string[] =>
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(path.join(SOURCES, file), 'utf8'));

describe('messages', () => {
  it('exist for every code that is thrown', () => {
    const codes = sources().flatMap((text) => [
      ...[...text.matchAll(THROWN)].map((match) => match[1] ?? ''),
      ...[...text.matchAll(CHOSEN)].flatMap((match) => match.slice(1, 3)),
    ]);
    expect(codes.length).toBeGreaterThan(20);
    expect([...new Set(codes)].filter((code) => !messageCatalogue.has(code))).toEqual([]);
  });

  it('are written in both languages, with the same figures', () => {
    const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([match]) => match).sort();
    const shown = (code: string, locale: 'zh' | 'en'): string => messageCatalogue.template(code, locale);
    for (const code of messageCatalogue.codes()) {
      expect([code, shown(code, 'zh')]).toEqual([code, expect.stringMatching(/\p{Script=Han}/u)]);
      expect([code, shown(code, 'en')]).toEqual([code, expect.stringMatching(/[a-z]{2,}/)]);
      expect([code, placeholders(shown(code, 'en'))]).toEqual([code, placeholders(shown(code, 'zh'))]);
    }
  });
});
