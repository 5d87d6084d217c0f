import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type CellStyle, TEXT_FONT } from '@jixiao/domain';

/** The one family that is embedded: its licence allows it, and it has every character of the forms. */
const FILES = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};
export type PdfFont = keyof typeof FILES;
export type FontFiles = Readonly<Record<PdfFont, Buffer>>;

let loading: Promise<FontFiles> | null = null;

/** The files of the fonts, read once. */
export function pdfFonts(): Promise<FontFiles> {
  loading ??= load();
  return loading;
}

async function load(): Promise<FontFiles> {
  const { resolve } = createRequire(import.meta.url);
  const [regular, bold] = await Promise.all([readFile(resolve(FILES.regular)), readFile(resolve(FILES.bold))]);
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
  for (const name of Object.keys(FILES) as PdfFont[]) {
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
