import type { Block } from '../targets/recognition/document-types.js';
import { blocksOfText } from '../targets/recognition/text-blocks.js';

/**
 * The blocks of a fixture, as the reader of its form would give them: CSV, rows separated by pipes, or the text export.
 * Plain enough for fixtures; the readers that meet real files are tested where they are.
 */
export function blocksOfFixture(text: string, name: string): Block[] {
  if (name.endsWith('.csv')) return gridBlocks(text, csvCells);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const arePipes = lines.filter((line) => line.includes('|')).length > lines.length / 2;
  return arePipes ? gridBlocks(text, pipeCells) : blocksOfText(text);
}

function gridBlocks(text: string, cellsOf: (line: string) => string[]): Block[] {
  let isInTable = false;
  return text.split('\n').flatMap((line, index): Block[] => {
    const at = `line ${index + 1}`;
    const cells = cellsOf(line).map((cell, place) => ({ text: cell, at: `${at} cell ${place + 1}` }));
    const filled = cells.filter((cell) => cell.text !== '');
    if (filled.length === 0) isInTable = false;
    if (filled.length === 0 || /^[\s|:-]+$/.test(line)) return [];
    const isLone = filled.length === 1 && filled[0] === cells[0] && !isInTable;
    isInTable = !isLone;
    return isLone && filled[0] ? [{ kind: 'text', ...filled[0] }] : [{ kind: 'row', cells, at }];
  });
}

const csvCells = (line: string): string[] =>
  [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, field = '']) =>
    (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field).trim(),
  );

const pipeCells = (line: string): string[] =>
  line.includes('|')
    ? line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim())
    : [line.trim()];
