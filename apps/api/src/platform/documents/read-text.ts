import { type Block, blocksOfText, cellText } from '@jixiao/domain';
import { type CsvRecord, csvRecords } from './csv-rows.js';
import { decodeText } from './decode-text.js';
import type { DocumentReader, ReadingContext } from './document-reader.js';
import { GridBlocks } from './grid-blocks.js';
import { hasPipe, pipeCells, pipeStyle } from './pipe-rows.js';
import { withinLines } from './reading-limits.js';

const LINE_END = /\r\n|\r|\n/;
const FORMS_SAMPLE_LINES = 20_000;

/**
 * Reads plain text: the text export of Word (a cell is a line that begins with TAB), pipe-separated rows as copied from
 * web pages, or the TAB-separated text that Excel saves. What most lines look like decides.
 */
export const readPlainText: DocumentReader = (bytes, context) => {
  const text = withinLines(decodeText(bytes));
  switch (formOf(text)) {
    case 'cell-lines':
      return blocksOfText(text);
    case 'pipes':
      return pipeBlocks(text, context);
    case 'columns':
      return csvBlocks(text, context, '\t');
  }
};

/** Reads CSV with quoted fields; comma, semicolon or TAB, whichever most lines hold. */
export const readCsv: DocumentReader = (bytes, context) => csvBlocks(withinLines(decodeText(bytes)), context);

function formOf(text: string): 'cell-lines' | 'pipes' | 'columns' {
  const lines = text.split(LINE_END, FORMS_SAMPLE_LINES);
  const count = (form: (line: string) => boolean): number => lines.filter(form).length;
  const cellLines = count((line) => line.startsWith('\t') && !line.trim().includes('\t'));
  const columns = count((line) => line.trim().includes('\t'));
  const pipes = count(hasPipe);
  if (pipes > 1 && pipes > cellLines && pipes >= columns) return 'pipes';
  return columns > 1 && columns > cellLines ? 'columns' : 'cell-lines';
}

function* pipeBlocks(text: string, { report }: ReadingContext): Generator<Block> {
  const lines = text.split(LINE_END);
  const style = pipeStyle(lines.filter(hasPipe));
  const grid = new GridBlocks();
  for (const [index, line] of lines.entries()) {
    report(index, lines.length);
    const at = `line ${index + 1}`;
    const cells = hasPipe(line) ? pipeCells(line, style) : [line];
    if (cells === null) continue;
    yield* grid.take(
      cells.map((cell, place) => ({ text: cellText(cell), at: `${at} cell ${place + 1}` })),
      at,
    );
  }
}

function* csvBlocks(text: string, { report }: ReadingContext, delimiter?: string): Generator<Block> {
  const grid = new GridBlocks();
  for (const record of csvRecords(text, delimiter)) {
    report(record.to, text.length);
    yield* grid.take(cellsOf(record), `line ${record.line}`);
  }
}

const cellsOf = ({ fields, line }: CsvRecord) =>
  fields.map((field, index) => ({ text: cellText(field), at: `line ${line} cell ${index + 1}` }));
