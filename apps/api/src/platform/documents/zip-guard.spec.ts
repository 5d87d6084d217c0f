import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from '@jest/globals';
import { cpuMs } from '../../../../../test/support/cpu-time.js';
import { declaring, zipOf, type ZipPart } from '../../../../../test/support/zip-files.js';
import { DomainError } from '../runtime/domain-error.js';
import { guardZip, zipEntryBytes, type ZipLimits } from './zip-guard.js';

const MB = 1024 * 1024;

async function refusal(archive: Uint8Array, limits?: Partial<ZipLimits>): Promise<string> {
  try {
    await guardZip(archive, limits);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'accepted';
}

const text = (name: string, data = '目标'): ZipPart => ({ name, data });

describe('guardZip', () => {
  it('lists the entries of an archive, packed or stored, and reads them', async () => {
    const archive = zipOf([text('word/document.xml', '绩效目标'), { name: 'a.txt', data: '甲', stored: true }], '备注');
    const entries = await guardZip(archive);
    expect(entries.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['word/document.xml', 12],
      ['a.txt', 3],
    ]);
    const read = await Promise.all(entries.map((entry) => zipEntryBytes(archive, entry)));
    expect(read.map((bytes) => Buffer.from(bytes).toString('utf8'))).toEqual(['绩效目标', '甲']);
  });

  it('accepts what a library packs, with folders and empty files', async () => {
    const archive = zipSync({ 'xl/': new Uint8Array(0), 'xl/a.xml': strToU8('<a/>'), empty: new Uint8Array(0) });
    expect((await guardZip(archive)).length).toBe(3);
  });

  it('refuses what is no archive, or is cut off anywhere', async () => {
    const archive = zipOf([text('a'), text('b')]);
    expect(await refusal(new Uint8Array(0))).toBe('archive-damaged');
    expect(await refusal(randomBytes(200_000))).toBe('archive-damaged');
    for (let length = 0; length < archive.length; length += 1) {
      expect(await refusal(archive.subarray(0, length))).toBe('archive-damaged');
      expect(await refusal(archive.subarray(length + 1))).toBe('archive-damaged');
    }
  });

  it('refuses a passworded archive', async () => {
    expect(await refusal(zipOf([{ ...text('a'), flags: 0x801 }]))).toBe('archive-encrypted');
  });

  it('refuses a way of packing that it does not know', async () => {
    expect(await refusal(zipOf([{ ...text('a'), method: 12 }]))).toBe('archive-damaged');
  });

  it('refuses entries that share data, share a name or contradict their own header', async () => {
    expect(await refusal(zipOf([text('a'), { ...text('a2'), localName: 'a2', sharedWith: 0 }]))).toBe(
      'archive-damaged',
    );
    expect(await refusal(zipOf([text('a', '1'), text('A', '2')]))).toBe('archive-damaged');
    expect(await refusal(zipOf([{ ...text('a'), localName: 'b' }]))).toBe('archive-damaged');
    expect(await refusal(zipOf([{ ...text('a'), declaredCrc: 1 }]))).toBe('archive-damaged');
  });
});

describe('a zip bomb', () => {
  const zeros = Buffer.alloc(50 * MB);

  it('is refused by the sizes that it declares, without being unpacked', async () => {
    const started = cpuMs();
    const parts = Array.from({ length: 100 }, (_, index) => ({ name: `${index}`, data: '', declaredBytes: 5 * MB }));
    expect(await refusal(zipOf(parts))).toBe('archive-too-large');
    expect(await refusal(zipOf([{ name: 'a', data: zeros }]))).toBe('archive-too-large');
    expect(cpuMs() - started).toBeLessThan(2_000);
  });

  it('is refused by what it really holds, where its sizes are lies', async () => {
    expect(await refusal(declaring('a', zeros, 1000))).toBe('archive-damaged');
    expect(await refusal(declaring('a', '甲', 1000))).toBe('archive-damaged');
    expect(await refusal(declaring('a', '甲', 0xffffffff))).toBe('archive-damaged');
  });

  it('is refused by the number of its entries', async () => {
    const parts = Array.from({ length: 6_000 }, (_, index) => text(`${index}`));
    expect(await refusal(zipOf(parts))).toBe('archive-too-many-files');
    expect(await refusal(zipOf(parts), { entries: 6_000 })).toBe('accepted');
  });

  it('inside an archive stays packed: nobody unpacks archives inside archives', async () => {
    const inner = zipOf([{ name: 'inner', data: zeros }]);
    expect(await refusal(zipOf([{ name: 'embedded.xlsx', data: inner, stored: true }]))).toBe('accepted');
  });

  it('does not take memory for what it unpacks', async () => {
    const archive = zipOf([{ name: 'a', data: Buffer.alloc(200 * MB) }]);
    const before = process.memoryUsage.rss();
    expect(await refusal(archive, { ratio: 2_000 })).toBe('accepted');
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * MB);
  });
});
