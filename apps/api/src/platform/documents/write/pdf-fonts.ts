import { readFile } from 'node:fs/promises';
import { type CellStyle, TEXT_FONT } from '@jixiao/domain';
import { paperFontFiles } from './report-fonts.js';

export type PdfFont = 'regular' | 'bold';
const FONTS: readonly PdfFont[] = ['regular', 'bold'];
export type FontFiles = Readonly<Record<PdfFont, Buffer>>;

let loading: Promise<FontFiles> | null = null;

/** The files of the fonts, read once. */
export function pdfFonts(): Promise<FontFiles> {
  loading ??= load();
  return loading;
}

async function load(): Promise<FontFiles> {
  const files = paperFontFiles();
  const [regular, bold] = await Promise.all([readFile(files.regular), readFile(files.bold)]);
  return { regular, bold };
}

interface Embedded {
  readonly font: object;
}
type EmbeddedClass = new (document: PDFKit.PDFDocument, font: object, id: string) => Embedded;
/** What a document keeps of its fonts; its types leave it out. */
interface FontKeeper {
  readonly _fontFamilies: Record<string, Embedded>;
  _fontCount: number;
}

const read = new Map<PdfFont, Embedded>();

/**
 * Gives a document its fonts. What was read of their files for one document serves the next: to read the tables of ten
 * megabytes again takes longer than to write a form.
 */
export function giveFonts(document: PDFKit.PDFDocument, files: FontFiles): void {
  const keeper = document as unknown as FontKeeper;
  for (const name of FONTS) {
    const known = read.get(name);
    if (known) {
      const Class = known.constructor as EmbeddedClass;
      keeper._fontCount += 1;
      keeper._fontFamilies[name] = new Class(document, known.font, `F${keeper._fontCount}`);
    }
    document.registerFont(name, files[name]).font(name);
    const embedded = keeper._fontFamilies[name];
    if (!known && embedded) read.set(name, embedded);
  }
}

/** Fonts of headings are heavy by themselves (黑体, 小标宋). */
const HEAVY = /黑|标宋|粗|hei|bold/i;

export const pdfFontOf = ({ font, bold }: CellStyle): PdfFont =>
  bold || (font !== TEXT_FONT && HEAVY.test(font)) ? 'bold' : 'regular';
