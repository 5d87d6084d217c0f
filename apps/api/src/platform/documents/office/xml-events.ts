import { TextDecoder } from 'node:util';
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { DomainError } from '../../runtime/domain-error.js';

/** An element as a handler sees it: its name without prefix, its namespace, and its attributes by name without prefix. */
export interface XmlElement {
  readonly local: string;
  readonly namespace: string;
  attribute(local: string): string | undefined;
}

export interface XmlHandler {
  open(element: XmlElement): void;
  text(text: string): void;
  close(local: string, namespace: string): void;
}

/** Office nests a dozen elements; tables in tables a few dozen. */
const DEEPEST = 400;
/** No cell or paragraph is longer; text that does not end would only fill the memory. */
const LONGEST_TEXT = 8 * 1024 * 1024;

/**
 * Parses XML chunk by chunk; after each chunk, whatever the handler has made of it can be taken. Entities that a
 * document defines for itself and external ones cannot occur: a doctype is refused as `document-unsafe` before anything
 * is expanded. XML that is not well-formed is refused as `archive-damaged`, endless text or nesting as
 * `document-too-complex`.
 */
export async function* parseXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncGenerator<undefined> {
  const parser = new EventParser(handler);
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    parser.write(decoded(decoder, chunk));
    yield;
  }
  parser.write(decoder === null ? '' : decoded(decoder));
  parser.end();
  yield;
}

class EventParser {
  private readonly parser = new SaxesParser({ xmlns: true });
  private depth = 0;
  private sinceEvent = 0;

  constructor(handler: XmlHandler) {
    this.parser.on('doctype', () => {
      throw new DomainError('document-unsafe');
    });
    this.parser.on('error', (error) => {
      throw new DomainError('archive-damaged', {}, [], { cause: error });
    });
    this.parser.on('opentag', (tag) => {
      this.countDepth(1);
      handler.open({
        local: tag.local,
        namespace: tag.uri,
        attribute: (name) => attributeOf(tag.attributes, name),
      });
    });
    this.parser.on('closetag', ({ local, uri }) => {
      this.countDepth(-1);
      handler.close(local, uri);
    });
    const text = (found: string): void => {
      this.sinceEvent = 0;
      handler.text(found);
    };
    this.parser.on('text', text);
    this.parser.on('cdata', text);
  }

  write(text: string): void {
    this.sinceEvent += text.length;
    this.parser.write(text);
    if (this.sinceEvent > LONGEST_TEXT) throw new DomainError('document-too-complex');
  }

  end(): void {
    this.parser.close();
  }

  private countDepth(change: 1 | -1): void {
    this.sinceEvent = 0;
    this.depth += change;
    if (this.depth > DEEPEST) throw new DomainError('document-too-complex');
  }
}

/** Nearly always an attribute has no prefix; sheets ask for millions of them. */
function attributeOf(attributes: Readonly<Record<string, SaxesAttributeNS>>, local: string): string | undefined {
  const plain = attributes[local];
  if (plain) return plain.value;
  for (const name in attributes) if (name.endsWith(`:${local}`)) return attributes[name]?.value;
  return undefined;
}

function decoded(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    throw new DomainError('archive-damaged', {}, [], { cause: error });
  }
}

/** Office writes UTF-8, and may write UTF-16 with its mark. */
export function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
