import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import type { FilledCell, FilledForm } from '@jixiao/domain';
import { formPages, LINE, PADDING, type PagePiece } from './form-pages.js';
import { paperSize, points } from './paper.js';
import { giveFonts, type PdfFont, pdfFontOf, pdfFonts } from './pdf-fonts.js';

type PdfDocument = PDFKit.PDFDocument;

const LINE_WIDTH = 0.5;
const FOOTER_SIZE = 8;
/** Height of a line as the font itself has it, from the top of which a line of text is set. */
const FONT_LINE = 1.448;
/** Digits and signs of a page number, all of them in one subset. */
const CENTRED = { lineBreak: false } as const;

/** Widths in ems, of each font once for as long as the program runs. */
const widths: Readonly<Record<PdfFont, Map<string, number>>> = { regular: new Map(), bold: new Map() };

/**
 * Writes forms into one PDF, each beginning a page. The fonts are embedded with those characters that are used. The pages
 * are laid out here and not by a table of a library: such a table loses the text of a span that a page cuts.
 */
export async function writeFormPdf(forms: readonly FilledForm[]): Promise<Uint8Array> {
  const [{ default: PDFDocument }, fonts] = await Promise.all([import('pdfkit'), pdfFonts()]);
  // With a font of its own for the beginning, the library would open the same file anew for every text.
  const document = new PDFDocument({ autoFirstPage: false, font: '' });
  document.info.Producer = document.info.Creator = 'jixiao';
  document.info.Title = forms.length === 1 ? (forms[0]?.name ?? '') : '';
  giveFonts(document, fonts);
  const output = new PassThrough();
  const whole = buffer(document.pipe(output));
  const widthOf = measure(document);
  for (const form of forms) writeForm(document, form, widthOf);
  document.end();
  return new Uint8Array(await whole);
}

function measure(document: PdfDocument): (character: string, cell: FilledCell) => number {
  return (character, { style }) => {
    const font = pdfFontOf(style);
    const known = widths[font].get(character);
    if (known !== undefined) return known * style.size;
    const width = document.font(font).fontSize(1000).widthOfString(character) / 1000;
    widths[font].set(character, width);
    return width * style.size;
  };
}

function writeForm(document: PdfDocument, form: FilledForm, widthOf: ReturnType<typeof measure>): void {
  const { width, height } = paperSize(form.page);
  const pages = formPages(form, widthOf);
  for (const [page, pieces] of pages.entries()) {
    document.addPage({ size: [points(width), points(height)], margin: 0 });
    drawLines(document, pieces);
    for (const piece of pieces) drawText(document, piece, widthOf);
    document.font('regular').fontSize(FOOTER_SIZE);
    const text = `第 ${page + 1} 页，共 ${pages.length} 页`;
    const x = (points(width) - document.widthOfString(text)) / 2;
    document.text(text, x, points(height) - points(form.page.margins.bottom) - FOOTER_SIZE, CENTRED);
  }
}

function drawLines(document: PdfDocument, pieces: readonly PagePiece[]): void {
  document.lineWidth(LINE_WIDTH);
  for (const { x, y, width, height, cell } of pieces) {
    const { top, right, bottom, left } = cell.style.borders;
    if (top && bottom && left && right) document.rect(x, y, width, height);
    else {
      if (top) document.moveTo(x, y).lineTo(x + width, y);
      if (bottom) document.moveTo(x, y + height).lineTo(x + width, y + height);
      if (left) document.moveTo(x, y).lineTo(x, y + height);
      if (right) document.moveTo(x + width, y).lineTo(x + width, y + height);
    }
  }
  document.stroke();
}

function drawText(document: PdfDocument, piece: PagePiece, widthOf: ReturnType<typeof measure>): void {
  const { x, y, width, height, lines, cell } = piece;
  const { size, align, vertical } = cell.style;
  if (lines.length === 0) return;
  document.font(pdfFontOf(cell.style)).fontSize(size);
  const free = height - lines.length * size * LINE - 2 * PADDING.vertical;
  const first = y + PADDING.vertical + (vertical === 'middle' ? Math.max(0, free / 2) : 0);
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const top = first + at * size * LINE - ((FONT_LINE - LINE) * size) / 2;
    const room = width - 2 * PADDING.horizontal;
    const used = [...line].reduce((sum, character) => sum + widthOf(character, cell), 0);
    const shift = align === 'left' ? 0 : (room - used) / (align === 'center' ? 2 : 1);
    document
      .font(pdfFontOf(cell.style))
      .fontSize(size)
      .text(line, x + PADDING.horizontal + shift, top, CENTRED);
  }
}
