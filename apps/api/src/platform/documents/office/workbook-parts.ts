import { DomainError } from '../../runtime/domain-error.js';
import { formatCodeOf } from './number-format.js';
import type { OfficePackage } from './office-package.js';
import type { XmlElement } from './xml-events.js';

export interface SheetPart {
  readonly name: string;
  readonly part: string;
}

export interface Workbook {
  /** The sheets that people see, in their order; hidden ones hold lists for other sheets' drop-downs. */
  readonly sheets: readonly SheetPart[];
  readonly is1904: boolean;
  readonly strings: readonly string[];
  /** Number format of each cell style. */
  readonly formats: readonly string[];
}

/** Shared texts beyond this fill the memory, and no document of targets has them. */
const MOST_CHARACTERS = 40_000_000;
const MOST_SHEETS = 1_000;
const MOST_STYLES = 100_000;

/** Reads what the sheets of a workbook refer to: their names and order, shared texts, number formats. */
export async function readWorkbook(parts: OfficePackage): Promise<Workbook> {
  const main = await parts.mainPart();
  const related = await parts.relationships(main);
  const partOf = (type: string): string | null =>
    related.find((found) => found.type === type && parts.has(found.target))?.target ?? null;
  const listed: { name: string; id: string }[] = [];
  let is1904 = false;
  await parts.parse(main, {
    open: (element) => {
      if (element.local === 'workbookPr') is1904 = /^(?:1|true)$/.test(element.attribute('date1904') ?? '');
      if (element.local === 'sheet' && (element.attribute('state') ?? 'visible') === 'visible') {
        listed.push({ name: element.attribute('name') ?? '', id: element.attribute('id') ?? '' });
        if (listed.length > MOST_SHEETS) throw new DomainError('document-too-complex');
      }
    },
    text: () => {},
    close: () => {},
  });
  const sheets = new Map<string, SheetPart>(); // a part that is listed twice is still one sheet
  for (const { name, id } of listed) {
    const found = related.find((one) => one.id === id && one.type === 'worksheet');
    if (found && parts.has(found.target) && !sheets.has(found.target)) {
      sheets.set(found.target, { name, part: found.target });
    }
  }
  const strings = await sharedStrings(parts, partOf('sharedStrings'));
  return { sheets: [...sheets.values()], is1904, strings, formats: await numberFormats(parts, partOf('styles')) };
}

async function sharedStrings(parts: OfficePackage, part: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (part === null) return strings;
  const text = new RichText();
  let characters = 0;
  await parts.parse(part, {
    open: (element) => text.open(element.local),
    text: (found) => text.add(found),
    close: (local) => {
      text.close(local);
      if (local !== 'si') return;
      const string = text.take();
      characters += string.length + 1;
      if (characters > MOST_CHARACTERS) throw new DomainError('document-too-complex');
      strings.push(string);
    },
  });
  return strings;
}

async function numberFormats(parts: OfficePackage, part: string | null): Promise<string[]> {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let isInCellFormats = false;
  if (part === null) return [];
  await parts.parse(part, {
    open: (element: XmlElement) => {
      if (element.local === 'cellXfs') isInCellFormats = true;
      if (element.local === 'numFmt')
        own.set(Number(element.attribute('numFmtId')), element.attribute('formatCode') ?? '');
      if (element.local === 'xf' && isInCellFormats) ids.push(Number(element.attribute('numFmtId') ?? 0));
      if (ids.length > MOST_STYLES || own.size > MOST_STYLES) throw new DomainError('document-too-complex');
    },
    text: () => {},
    close: (local) => {
      if (local === 'cellXfs') isInCellFormats = false;
    },
  });
  return ids.map((id) => formatCodeOf(id, own));
}

/** Puts a text together from its formatted pieces; phonetic guides above it are not part of it. */
export class RichText {
  private text = '';
  private isText = false;
  private isGuide = false;

  open(local: string): void {
    if (local === 't') this.isText = true;
    else if (local === 'rPh') this.isGuide = true;
  }

  add(text: string): void {
    if (this.isText && !this.isGuide) this.text += text;
  }

  close(local: string): void {
    if (local === 't') this.isText = false;
    else if (local === 'rPh') this.isGuide = false;
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return unescaped(text);
  }
}

/** Workbooks write characters that XML cannot hold as _x000D_. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
