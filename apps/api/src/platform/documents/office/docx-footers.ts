import { OfficePackage } from './office-package.js';
import type { XmlHandler } from './xml-events.js';

/** A foot of a page is a line or two. */
const MOST_CHARACTERS = 4000;

/** What stands at the feet of the pages of a Word document, which `readDocx` leaves out: a text for each kind of page. */
export async function docxFooters(bytes: Uint8Array): Promise<readonly string[]> {
  const parts = await OfficePackage.open(bytes);
  const footers = (await parts.relationships(await parts.mainPart())).filter(({ type }) => type === 'footer');
  const texts: string[] = [];
  for (const { target } of footers) {
    const words = new Words();
    await parts.parse(target, words);
    texts.push(words.said);
  }
  return texts;
}

/** Runs of text, a line for each paragraph. */
class Words implements XmlHandler {
  said = '';
  private inText = false;

  readonly open: XmlHandler['open'] = ({ local }) => {
    this.inText = local === 't';
  };

  readonly text: XmlHandler['text'] = (text) => {
    if (this.inText && this.said.length < MOST_CHARACTERS) this.said += text;
  };

  readonly close: XmlHandler['close'] = (local) => {
    this.inText = false;
    if (local === 'p') this.said += '\n';
  };
}
