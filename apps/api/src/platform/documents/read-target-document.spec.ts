import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../runtime/domain-error.js';
import { readTargetDocument, targetDocumentFormats } from './read-target-document.js';

const FIXTURES = new URL('../../../../../test/fixtures/targets/', import.meta.url);
const fixture = (path: string): Uint8Array => readFileSync(new URL(path, FIXTURES));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusalOf(bytes: Uint8Array, fileName: string, limitMb?: number): DomainError {
  try {
    readTargetDocument(bytes, fileName, limitMb);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error(`${fileName} was not refused`);
}

describe('the encoding of a text file', () => {
  const expected = readTargetDocument(fixture('ok/encoding-utf8-bom.txt'), 'a.txt');

  it('reads UTF-8 with and without a byte order mark alike', () => {
    expect(expected[0]).toEqual({ kind: 'text', text: '2024年部门预算项目绩效目标', at: 'line 1' });
    expect(readTargetDocument(fixture('ok/encoding-utf8-bom.txt').subarray(3), 'a.txt')).toEqual(expected);
  });

  it('reads GB18030 with its four-byte characters and Windows line ends', () => {
    expect(readTargetDocument(fixture('ok/encoding-gb18030.txt'), 'a.txt')).toEqual(expected);
  });

  it('reads UTF-16 by its byte order mark, either way round', () => {
    const littleEndian = fixture('ok/encoding-utf16.txt');
    expect(readTargetDocument(littleEndian, 'a.TXT')).toEqual(expected);
    expect(readTargetDocument(Buffer.from(littleEndian).swap16(), 'a.txt')).toEqual(expected);
  });
});

describe('files that are refused', () => {
  it.each([
    ['not-ok/empty.txt', 'empty-file'],
    ['not-ok/blank.txt', 'empty-file'],
    ['not-ok/binary.txt', 'unreadable-file'],
    ['not-ok/word-binary.txt', 'unreadable-file'],
    ['not-ok/archive.txt', 'unreadable-file'],
  ])('%s is refused as %s, with its name', (path, code) => {
    expect(refusalOf(fixture(path), 'C:\\资料\\目标表.txt')).toMatchObject({ code, params: { file: '目标表.txt' } });
  });

  it.each(['目标表.doc', '目标表.pdf', '目标表', '.txt', 'a.txt.exe', 'constructor.constructor'])(
    '%s is refused by its extension, with the formats that can be read',
    (name) => {
      const { code, params } = refusalOf(bytesOf('甲'), name);
      expect([code, params['supported']]).toEqual(['unsupported-format', targetDocumentFormats.join(' ')]);
    },
  );

  it('is refused above the size limit', () => {
    expect(refusalOf(new Uint8Array(1024 * 1024 + 1).fill(65), 'a.txt', 1)).toMatchObject({
      code: 'file-too-large',
      params: { limitMb: 1 },
    });
  });

  it('is refused with more lines than any document has', () => {
    expect(refusalOf(bytesOf('\ta\n'.repeat(500_001)), 'a.txt').code).toBe('too-many-lines');
  });

  it('is refused where it decodes but holds control characters', () => {
    expect(refusalOf(bytesOf('\u0001\u0002甲乙'), 'a.txt').code).toBe('unreadable-file');
  });

  it('20 MB of random bytes are refused at once', () => {
    const bytes = randomBytes(20 * 1024 * 1024);
    const started = performance.now();
    expect(refusalOf(bytes, 'a.txt').code).toBe('unreadable-file');
    expect(refusalOf(bytes, 'a.bin').code).toBe('unsupported-format');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('20 MB of random bytes without zeros, which might be GB18030, are refused in a few seconds', () => {
    const bytes = randomBytes(20 * 1024 * 1024).map((byte) => byte || 0x81);
    const started = performance.now();
    expect(refusalOf(bytes, 'a.txt').code).toBe('unreadable-file');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
