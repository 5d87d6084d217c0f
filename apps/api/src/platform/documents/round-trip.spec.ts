import { readdirSync, readFileSync } from 'node:fs';
import { type Block, recogniseTargets } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { findLibreOffice } from '../../config/libre-office.js';
import { docxOf, xlsxOf } from '../../../../../test/support/office-files.js';
import { readTargetDocument } from './read-target-document.js';

const FIXTURES = new URL('../../../../../test/fixtures/targets/ok/', import.meta.url);
const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.txt'));

async function blocksOf(bytes: Uint8Array, fileName: string): Promise<Block[]> {
  const blocks: Block[] = [];
  for await (const block of readTargetDocument(bytes, fileName)) blocks.push(block);
  return blocks;
}

const PLACES = new Set(['at', 'valueAt', 'first', 'message']);

/** What was recognised without the places, which every format names in its own way (sentences name them as well). */
const recognised = (blocks: readonly Block[]): unknown =>
  JSON.parse(
    JSON.stringify(recogniseTargets(blocks, { file: 'a.txt' }), (key, value: unknown) =>
      PLACES.has(key) ? undefined : value,
    ),
  );

const shape = (blocks: readonly Block[]): (string | string[])[] =>
  blocks.map((block) => (block.kind === 'text' ? block.text : block.cells.map(({ text }) => text)));

/** Below the header of its indicators every row but the last has a cell for each column. */
function isGrid(blocks: readonly Block[]): boolean {
  let width: number | null = null;
  return blocks.every((block, index) => {
    if (block.kind === 'text') width = null;
    else if (block.cells.some(({ text }) => /^(?:三级指标|指标名称)$/.test(text))) width = block.cells.length;
    else if (width !== null && blocks[index + 1]?.kind === 'row') return block.cells.length === width;
    return true;
  });
}

const original = (name: string): Promise<Block[]> => blocksOf(readFileSync(new URL(name, FIXTURES)), name);

const printable: string[] = [];
for (const name of names) if (isGrid(await original(name))) printable.push(name);

describe('a Word document', () => {
  it.each(names)('reads as %s, of which it was made, cell by cell', async (name) => {
    const expected = await original(name);
    const read = await blocksOf(await docxOf(expected), 'a.docx');
    expect(shape(read)).toEqual(shape(expected));
    expect(recognised(read)).toEqual(recognised(expected));
  });
});

describe('a printed form in a workbook', () => {
  it('can be made of nearly all texts: where a merged cell is not missing altogether', () => {
    expect(printable.length).toBeGreaterThan(names.length - 8);
  });

  it.each(printable)('reads as %s, of which it was made, cell by cell', async (name) => {
    const expected = await original(name);
    const read = await blocksOf(await xlsxOf(expected), 'a.xlsx');
    expect(recognised(read)).toEqual(recognised(expected));
  });
});

describe('a document that LibreOffice wrote', () => {
  // A legacy .doc can be read only where LibreOffice is on the machine.
  const written = ['city-court-2023.docx', 'justice-bureau-2022.xlsx', 'city-court-2023.xls'];
  if (findLibreOffice() !== null) written.push('court-2022.doc');

  it.each(written)('reads the same from %s as from its text', async (name) => {
    const text = name.replace(/\.\w+$/, '.txt');
    const read = await blocksOf(readFileSync(new URL(name, FIXTURES)), name);
    expect(recognised(read)).toEqual(recognised(await blocksOf(readFileSync(new URL(text, FIXTURES)), text)));
  });
});

describe('a legacy Word document', () => {
  it('is refused with a word on how to convert it where there is no LibreOffice', async () => {
    const before = process.env['LIBREOFFICE'];
    process.env['LIBREOFFICE'] = 'off';
    try {
      const reading = blocksOf(readFileSync(new URL('court-2022.doc', FIXTURES)), '目标.doc');
      await expect(reading).rejects.toMatchObject({ code: 'legacy-word', params: { file: '目标.doc' } });
    } finally {
      if (before === undefined) delete process.env['LIBREOFFICE'];
      else process.env['LIBREOFFICE'] = before;
    }
  });
});
