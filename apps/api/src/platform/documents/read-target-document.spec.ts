import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { cpuMs } from '../../../../../test/support/cpu-time.js';
import type { Block } from '@jixiao/domain';
import { DomainError } from '../runtime/domain-error.js';
import { targetDocumentFormats } from './format-of.js';
import { readTargetDocument } from './read-target-document.js';

const FIXTURES = new URL('../../../../../test/fixtures/targets/', import.meta.url);
const fixture = (path: string): Uint8Array => readFileSync(new URL(path, FIXTURES));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function blocksOf(bytes: Uint8Array, fileName: string, limitMb?: number): Promise<Block[]> {
  const blocks: Block[] = [];
  for await (const block of readTargetDocument(bytes, fileName, { limitMb })) blocks.push(block);
  return blocks;
}

async function refusalOf(bytes: Uint8Array, fileName: string, limitMb?: number): Promise<DomainError> {
  try {
    await blocksOf(bytes, fileName, limitMb);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error(`${fileName} was not refused`);
}

const expected = await blocksOf(fixture('ok/encoding-utf8-bom.txt'), 'a.txt');

describe('the encoding of a text file', () => {
  it('reads UTF-8 with and without a byte order mark alike', async () => {
    expect(expected[0]).toEqual({ kind: 'text', text: '2024年部门预算项目绩效目标', at: 'line 1' });
    expect(await blocksOf(fixture('ok/encoding-utf8-bom.txt').subarray(3), 'a.txt')).toEqual(expected);
  });

  it('reads GB18030 with its four-byte characters and Windows line ends', async () => {
    expect(await blocksOf(fixture('ok/encoding-gb18030.txt'), 'a.txt')).toEqual(expected);
  });

  it('reads UTF-16 by its byte order mark, either way round', async () => {
    const littleEndian = fixture('ok/encoding-utf16.txt');
    expect(await blocksOf(littleEndian, 'a.TXT')).toEqual(expected);
    expect(await blocksOf(Buffer.from(littleEndian).swap16(), 'a.txt')).toEqual(expected);
  });
});

describe('files that are refused', () => {
  it.each([
    ['not-ok/empty.txt', 'empty-file'],
    ['not-ok/blank.txt', 'empty-file'],
    ['not-ok/binary.txt', 'unreadable-file'],
    ['not-ok/word-binary.txt', 'unreadable-file'],
    ['not-ok/archive.txt', 'unreadable-file'],
  ])('%s is refused as %s, with its name', async (path, code) => {
    expect(await refusalOf(fixture(path), 'C:\\资料\\目标表.txt')).toMatchObject({
      code,
      params: { file: '目标表.txt' },
    });
  });

  it.each(['目标表.html', '目标表', '.txt', 'a.txt.exe', 'constructor.constructor'])(
    '%s is refused by its extension, with the formats that can be read',
    async (name) => {
      const { code, params } = await refusalOf(bytesOf('甲'), name);
      expect([code, params['supported']]).toEqual(['unsupported-format', targetDocumentFormats.join(' ')]);
    },
  );

  it.each([
    ['目标表.wps', 'wps-document'],
    ['目标表.ET', 'wps-document'],
    ['目标表.pdf', 'pdf-document'],
    ['目标表.doc', 'unreadable-file'],
    ['目标表.docx', 'archive-damaged'],
    ['目标表.xls', 'archive-damaged'],
  ])('text that is called %s is refused as %s', async (name, code) => {
    expect(await refusalOf(bytesOf('项目名称'), name)).toMatchObject({ code, params: { file: name } });
  });

  it('is refused above the size limit', async () => {
    expect(await refusalOf(new Uint8Array(1024 * 1024 + 1).fill(65), 'a.txt', 1)).toMatchObject({
      code: 'file-too-large',
      params: { limitMb: 1 },
    });
  });

  it('is refused with more lines than any document has', async () => {
    expect((await refusalOf(bytesOf('\ta\n'.repeat(500_001)), 'a.txt')).code).toBe('too-many-lines');
  });

  it('is refused where it decodes but holds control characters', async () => {
    expect((await refusalOf(bytesOf('\u0001\u0002甲乙'), 'a.txt')).code).toBe('unreadable-file');
  });

  it('20 MB of random bytes are refused at once', async () => {
    const bytes = randomBytes(20 * 1024 * 1024);
    const started = cpuMs();
    expect((await refusalOf(bytes, 'a.txt')).code).toBe('unreadable-file');
    expect((await refusalOf(bytes, 'a.bin')).code).toBe('unsupported-format');
    expect(cpuMs() - started).toBeLessThan(2_000);
  });

  it('20 MB of random bytes without zeros, which might be GB18030, are refused in a few seconds', async () => {
    const bytes = randomBytes(20 * 1024 * 1024).map((byte) => byte || 0x81);
    const started = cpuMs();
    expect((await refusalOf(bytes, 'a.txt')).code).toBe('unreadable-file');
    expect(cpuMs() - started).toBeLessThan(5_000);
  });
});
