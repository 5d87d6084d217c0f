import { readFileSync } from 'node:fs';
import type { Block } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { readTargetDocument } from '../read-target-document.js';
import { openCompoundFile } from './compound-file.js';

const FIXTURES = new URL('../../../../../../test/fixtures/targets/ok/', import.meta.url);
const fixture = (name: string): Buffer => readFileSync(new URL(name, FIXTURES));

async function blocksOf(bytes: Uint8Array, fileName: string): Promise<Block[]> {
  const blocks: Block[] = [];
  for await (const block of readTargetDocument(bytes, fileName)) blocks.push(block);
  return blocks;
}

describe('a legacy workbook', () => {
  it('reads as the new one of which it was made: percentages, days, units, merged cells, no hidden sheet', async () => {
    const read = await blocksOf(fixture('number-formats.xls'), 'a.xls');
    expect(read).toEqual(await blocksOf(fixture('number-formats.xlsx'), 'a.xlsx'));
    expect(read.map((block) => (block.kind === 'row' ? block.cells[6]?.text : ''))).toEqual([
      '指标值',
      '90%',
      '98.5%',
      '5000卷',
      '2024年11月30日',
      '20.50元/卷',
    ]);
  });

  it('is known by its content, whichever of the two names it has', async () => {
    const expected = await blocksOf(fixture('number-formats.xlsx'), 'a.xlsx');
    expect(await blocksOf(fixture('number-formats.xls'), 'a.xlsx')).toEqual(expected);
    expect(await blocksOf(fixture('number-formats.xlsx'), 'a.xls')).toEqual(expected);
  });
});

describe('a compound file', () => {
  const file = fixture('number-formats.xls');

  it('lists its streams', () => {
    expect(openCompoundFile(file)?.names.has('Workbook')).toBe(true);
    expect(openCompoundFile(file)?.stream('WordDocument')).toBeNull();
    expect(openCompoundFile(file.subarray(0, 100))).toBeNull();
  });

  it('whose chains of sectors run in circles is read to an end', () => {
    const circles = Buffer.from(file);
    for (let at = 512; at + 4 <= circles.length; at += 4)
      if (circles.readInt32LE(at) === -2) circles.writeInt32LE(0, at);
    expect(openCompoundFile(circles)?.stream('Workbook')).toBeDefined();
  });

  it('with a password around a new document is refused as such', async () => {
    const encrypted = Buffer.from(file);
    const name = Buffer.from('Workbook', 'utf16le');
    const at = encrypted.indexOf(name);
    Buffer.from('EncryptedPackage', 'utf16le').copy(encrypted, at);
    encrypted.writeUInt16LE(34, at + 64);
    await expect(blocksOf(encrypted, 'a.xlsx')).rejects.toMatchObject({ code: 'archive-encrypted' });
    await expect(blocksOf(encrypted, 'a.docx')).rejects.toMatchObject({ code: 'archive-encrypted' });
  });
});
