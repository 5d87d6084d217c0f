import { readdirSync, readFileSync } from 'node:fs';
import { type Block, recogniseTargets } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
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

describe.each(names)('%s', (name) => {
  const original = () => blocksOf(readFileSync(new URL(name, FIXTURES)), name);

  it('reads the same from a Word document, cell by cell', async () => {
    const expected = await original();
    const read = await blocksOf(await docxOf(expected), 'a.docx');
    expect(shape(read)).toEqual(shape(expected));
    expect(recognised(read)).toEqual(recognised(expected));
  });

  // In a sheet no cell of a row can be missing, as the merged first ones are in this export.
  if (name === 'level-names.txt') return;

  it('reads the same from a printed form in a workbook, cell by cell', async () => {
    const expected = await original();
    const read = await blocksOf(await xlsxOf(expected), 'a.xlsx');
    expect(recognised(read)).toEqual(recognised(expected));
  });
});
