import { DomainError } from '../runtime/domain-error.js';

/** First bytes of formats that are no text whatever the file is called: zip (.docx, .xlsx), OLE (.doc), PDF, gzip, RTF. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
];
/** Node's code for bytes that are not valid in the encoding that was asked for. */
const INVALID_TEXT = 'ERR_ENCODING_INVALID_ENCODED_DATA';
const UTF16_MARKS = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;
/** Text has hardly any control characters; a file with more than one in a hundred is something else. */
const MOST_CONTROLS_PER_CHARACTER = 0.01;
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFD\uFFFE\uFFFF]/g;

/**
 * Text of a plain-text file: UTF-16 where a byte order mark says so, UTF-8 (with or without mark), else GB18030, the
 * encoding Chinese Windows writes. Refused as `unreadable-file`: known binary formats, bytes valid in none of the
 * encodings, and what decodes but consists of control characters.
 */
export function decodeText(bytes: Uint8Array): string {
  const isBinary = SIGNATURES.some((signature) => startsWith(bytes, signature));
  const text = isBinary ? null : decoded(bytes);
  if (text === null || !looksLikeText(text)) throw new DomainError('unreadable-file');
  return text;
}

function decoded(bytes: Uint8Array): string | null {
  const utf16 = UTF16_MARKS.find(({ mark }) => startsWith(bytes, mark));
  if (utf16) return decodedAs(utf16.encoding, bytes);
  if (bytes.includes(0)) return null;
  return decodedAs('utf-8', bytes) ?? decodedAs('gb18030', bytes);
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (codeOf(error) === INVALID_TEXT) return null;
    throw error;
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null;

function looksLikeText(text: string): boolean {
  const controls = text.match(CONTROLS)?.length ?? 0;
  return controls <= text.length * MOST_CONTROLS_PER_CHARACTER;
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
