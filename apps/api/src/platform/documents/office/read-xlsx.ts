import type { Block } from '@jixiao/domain';
import type { ReadingContext } from '../document-reader.js';
import { ReadingLimits } from '../reading-limits.js';
import { mergedRanges } from './merged-ranges.js';
import { OfficePackage } from './office-package.js';
import { SheetGrid } from './sheet-grid.js';
import { SheetMarkup } from './sheet-markup.js';
import { readWorkbook, type SheetPart, type Workbook } from './workbook-parts.js';
import { parseXml } from './xml-events.js';

/**
 * Reads an Excel workbook (.xlsx, also .xlsm: macros are neither read nor run), sheet by sheet, in memory for its shared
 * texts and one row. Hidden sheets are not read; hidden rows and columns are: a filter hides them, not their author. The
 * names of sheets are in the places only: 绩效目标表 or Sheet1 names no project. Values of formulas are the ones saved in
 * the file; nothing is computed.
 */
export async function* readXlsx(bytes: Uint8Array, { report }: ReadingContext): AsyncGenerator<Block> {
  const parts = await OfficePackage.open(bytes);
  const workbook = await readWorkbook(parts);
  const limits = new ReadingLimits();
  const total = workbook.sheets.reduce((sum, { part }) => sum + parts.sizeOf(part), 0);
  let done = 0;
  const advance = (count: number): void => report((done += count), total);
  for (const sheet of workbook.sheets) {
    yield* sheetBlocks(parts, { workbook, limits, advance }, sheet);
  }
}

interface WorkbookReading {
  readonly workbook: Workbook;
  readonly limits: ReadingLimits;
  advance(bytes: number): void;
}

async function* sheetBlocks(
  parts: OfficePackage,
  { workbook, limits, advance }: WorkbookReading,
  { name, part }: SheetPart,
): AsyncGenerator<Block> {
  const ranges = await mergedRanges(parts.chunks(part));
  const markup = new SheetMarkup(workbook);
  let grid: SheetGrid | null = null;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of parts.chunks(part)) {
      yield chunk;
      advance(chunk.byteLength);
    }
  };
  for await (const step of parseXml(counted(), markup)) {
    void step;
    for (const { row, cells } of markup.taken()) {
      grid ??= new SheetGrid(name, ranges, limits, markup.firstColumn);
      yield* grid.take(row, cells);
    }
  }
}
