import { DomainError } from '../../runtime/domain-error.js';
import type { WordBody } from './word-body.js';
import type { XmlElement, XmlHandler } from './xml-events.js';

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const MATH = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
]);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** What people do not see: deleted and moved-away text, phonetic guides, text of styles and fields' instructions. */
const UNSEEN = new Set(['del', 'moveFrom', 'rt', 'instrText', 'delText', 'delInstrText']);
/** Signs that Word sets in the font Symbol instead of writing the character. */
const SYMBOLS: Readonly<Record<string, string>> = {
  F0B3: '≥',
  F0A3: '≤',
  F0B1: '±',
  F0B4: '×',
  F0B0: '°',
  F03C: '<',
  F03D: '=',
  F03E: '>',
  F025: '%',
};

/** The texts of a county's whole set are a few million characters. */
const MOST_CHARACTERS = 40_000_000;

const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false' && value !== 'off';

/**
 * Reads the XML of a Word document, in the transitional or the strict namespace, into a `WordBody`. Numbers that Word
 * computes (of headings and lists), footnotes and comments are no text of the document.
 */
export class WordMarkup implements XmlHandler {
  /** Paragraphs that are open; more than one where a text box stands inside a paragraph. */
  private readonly paragraphs: string[] = [];
  /** Elements open inside one that is not read. */
  private skipped = 0;
  private inText = false;
  private characters = 0;
  private isHidden = false;
  private readonly path: string[] = [];
  /** For each open choice of representations: whether one has been read. */
  private readonly choices: boolean[] = [];

  constructor(private readonly body: WordBody) {}

  open(element: XmlElement): void {
    if (this.skipped > 0 || this.isUnseen(element)) {
      this.skipped += 1;
      return;
    }
    if (WORD.has(element.namespace)) this.openWord(element);
    else if (MATH.has(element.namespace) && element.local === 't') this.inText = true;
    this.path.push(element.local);
  }

  text(text: string): void {
    if (this.inText && this.skipped === 0 && !this.isHidden) this.add(text);
  }

  close(local: string, namespace: string): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    this.path.pop();
    if (namespace === COMPATIBILITY && local === 'AlternateContent') this.choices.pop();
    if (local === 't') this.inText = false;
    if (WORD.has(namespace)) this.closeWord(local);
  }

  private isUnseen(element: XmlElement): boolean {
    if (element.namespace === COMPATIBILITY) return this.isOtherChoice(element.local);
    if (!WORD.has(element.namespace)) return false;
    if (element.local === 'del' && this.path.at(-1) === 'trPr') this.body.deleteRow();
    return UNSEEN.has(element.local);
  }

  /** Of several representations of one thing the first is read; the fallback only where there is no other. */
  private isOtherChoice(local: string): boolean {
    if (local === 'AlternateContent') this.choices.push(false);
    if (local !== 'Choice' && local !== 'Fallback') return false;
    const isTaken = this.choices.at(-1) ?? false;
    if (this.choices.length > 0) this.choices[this.choices.length - 1] = true;
    return isTaken;
  }

  private openWord(element: XmlElement): void {
    const { body } = this;
    switch (element.local) {
      case 'tbl':
        return body.openTable();
      case 'tr':
        return body.openRow();
      case 'tc':
        return body.openCell();
      case 'vMerge':
        if (element.attribute('val') !== 'restart') body.mergeCell('above');
        return;
      case 'hMerge':
        if (element.attribute('val') !== 'restart') body.mergeCell('before');
        return;
      case 'p':
        this.paragraphs.push('');
        return;
      case 'r':
        this.isHidden = false;
        return;
      case 'vanish':
        if (this.path.at(-2) === 'r') this.isHidden = isOn(element.attribute('val'));
        return;
      case 't':
        this.inText = true;
        return;
      default:
        return this.addSign(element);
    }
  }

  private addSign(element: XmlElement): void {
    switch (element.local) {
      case 'tab':
        // The same name stands for the tab stops of a paragraph's format.
        if (this.path.at(-1) === 'r') this.add('\t');
        return;
      case 'br':
      case 'cr':
        return this.add('\n');
      case 'noBreakHyphen':
        return this.add('-');
      case 'sym':
        return this.add(SYMBOLS[(element.attribute('char') ?? '').toUpperCase()] ?? '');
      default:
    }
  }

  private closeWord(local: string): void {
    const { body } = this;
    switch (local) {
      case 'tbl':
        return body.closeTable();
      case 'tr':
        return body.closeRow();
      case 'tc':
        return body.closeCell();
      case 'p':
        return body.paragraph(this.paragraphs.pop() ?? '');
      case 'r':
        this.isHidden = false;
        return;
      default:
    }
  }

  private add(text: string): void {
    if (this.paragraphs.length === 0) return;
    this.characters += text.length;
    if (this.characters > MOST_CHARACTERS) throw new DomainError('document-too-complex');
    this.paragraphs[this.paragraphs.length - 1] += text;
  }
}
