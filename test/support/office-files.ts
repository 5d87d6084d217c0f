import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import ExcelJS from 'exceljs';
import type { Block } from '@jixiao/domain';

/** Rows that stand together, or a text between them. */
type Piece = { readonly text: string } | { readonly rows: readonly (readonly string[])[] };

/** A cell of a printed table: how many columns it takes, and whether it goes on with the cell above it. */
interface PrintedCell {
  readonly text: string;
  readonly span: number;
  readonly vertical: 'alone' | 'begins' | 'continues';
}

function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  let rows: string[][] = [];
  for (const block of blocks) {
    if (block.kind === 'row') {
      if (rows.length === 0) pieces.push({ rows });
      rows.push(block.cells.map(({ text }) => text));
    } else {
      rows = [];
      pieces.push({ text: block.text });
    }
  }
  return pieces;
}

/** Lays rows out as official forms are: the last cell fills its row, a blank first cell goes on with the one above. */
function printed(rows: readonly (readonly string[])[]): PrintedCell[][] {
  const width = Math.max(...rows.map((row) => row.length));
  const spanOf = (row: readonly string[], index: number): number =>
    index === row.length - 1 ? width - row.length + 1 : 1;
  const goesOn = (row: number): boolean => {
    const [cells, above] = [rows[row] ?? [], rows[row - 1] ?? []];
    return row > 0 && cells.length > 1 && above.length > 1 && cells[0] === '';
  };
  return rows.map((row, index) =>
    row.map((text, column) => {
      const span = spanOf(row, column);
      if (column > 0) return { text, span, vertical: 'alone' };
      if (goesOn(index)) return { text, span, vertical: 'continues' };
      return { text, span, vertical: goesOn(index + 1) ? 'begins' : 'alone' };
    }),
  );
}

const MERGES = {
  alone: undefined,
  begins: VerticalMergeType.RESTART,
  continues: VerticalMergeType.CONTINUE,
} as const;

const paragraphs = (text: string): Paragraph[] => text.split('\n').map((line) => new Paragraph(line));

/** The blocks as a Word document: each run of rows a table with merged cells, each text a paragraph. */
export async function docxOf(blocks: readonly Block[]): Promise<Uint8Array> {
  const cell = ({ text, span, vertical }: PrintedCell): TableCell =>
    new TableCell({ children: paragraphs(text), columnSpan: span, verticalMerge: MERGES[vertical] });
  const children = piecesOf(blocks).map((piece) =>
    'text' in piece
      ? new Paragraph(piece.text)
      : new Table({ rows: printed(piece.rows).map((row) => new TableRow({ children: row.map(cell) })) }),
  );
  children.push(new Paragraph('')); // no Word document ends in a table
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** The blocks as they are printed on one sheet, with merged cells; titles across the sheet, a blank row above each. */
export async function xlsxOf(blocks: readonly Block[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('绩效目标表');
  const pieces = piecesOf(blocks);
  const widest = Math.max(
    2,
    ...pieces.flatMap((piece) => ('rows' in piece ? piece.rows.map((row) => row.length) : [])),
  );
  let at = 1;
  let previous: Piece | null = null;
  for (const piece of pieces) {
    if ('text' in piece) {
      if (previous && 'rows' in previous) at += 1;
      sheet.getCell(at, 1).value = piece.text;
      sheet.mergeCells(at, 1, at, widest);
      at += 1;
    } else {
      placeTable(sheet, printed(piece.rows), at);
      at += piece.rows.length;
    }
    previous = piece;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function placeTable(sheet: ExcelJS.Worksheet, rows: readonly PrintedCell[][], top: number): void {
  const border = {
    top: { style: 'thin' },
    left: { style: 'thin' },
    bottom: { style: 'thin' },
    right: { style: 'thin' },
  } as const;
  rows.forEach((row, index) => {
    let column = 1;
    for (const { text, span, vertical } of row) {
      const cell = sheet.getCell(top + index, column);
      if (vertical !== 'continues') cell.value = text === '' ? null : text;
      cell.border = border;
      if (span > 1) sheet.mergeCells(top + index, column, top + index, column + span - 1);
      if (vertical === 'begins') sheet.mergeCells(top + index, column, lastOf(rows, index) + top, column);
      column += span;
    }
  });
}

/** The last row that goes on with the first cell of this one. */
function lastOf(rows: readonly PrintedCell[][], from: number): number {
  let last = from;
  while (rows[last + 1]?.[0]?.vertical === 'continues') last += 1;
  return last;
}
