import type { Block } from '@jixiao/domain';
import type { ReadingContext } from '../document-reader.js';
import { OfficePackage } from './office-package.js';
import { WordBody } from './word-body.js';
import { WordMarkup } from './word-markup.js';
import { parseXml } from './xml-events.js';

/**
 * Reads a Word document (.docx, also .docm: macros are neither read nor run). Headers, footers, comments and footnotes
 * are not read; nothing outside the file is.
 */
export async function* readDocx(bytes: Uint8Array, { report }: ReadingContext): AsyncGenerator<Block> {
  const parts = await OfficePackage.open(bytes);
  const main = await parts.mainPart();
  const total = parts.sizeOf(main);
  const body = new WordBody();
  let done = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of parts.chunks(main)) {
      yield chunk;
      report((done += chunk.byteLength), total);
    }
  };
  for await (const step of parseXml(counted(), new WordMarkup(body))) {
    void step;
    yield* body.taken();
  }
  yield* body.taken(true);
}
