import { zipDirectory } from '../documents/zip-directory.js';
import { DomainError } from '../runtime/domain-error.js';

/** Kinds of files that people may keep as evidence, with how the browser is told of them. */
const CONTENT_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
  jpg: 'image/jpeg',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;
type EvidenceKind = keyof typeof CONTENT_TYPES;

const KINDS = Object.keys(CONTENT_TYPES).join(' ');

/** First bytes of the kinds that have any. */
const SIGNATURES: Readonly<Partial<Record<EvidenceKind, readonly number[]>>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  docx: [0x50, 0x4b, 0x03, 0x04],
  xlsx: [0x50, 0x4b, 0x03, 0x04],
  ofd: [0x50, 0x4b, 0x03, 0x04],
};

/** The part by which an archive is what its name says. */
const MAIN_PARTS: Readonly<Partial<Record<EvidenceKind, string>>> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  ofd: 'OFD.xml',
};
const MOST_PARTS = 10_000;
/** Macros, controls and programs packed into a document, whatever they are called; printer settings are the one harmless `.bin`. */
const ACTIVE_PARTS: readonly RegExp[] = [
  /(?:^|\/)activex\//,
  /(?:^|\/)(?!printersettings\d*\.bin$)[^/]*\.bin$/,
  /(?:^|\/)embeddings\/(?![^/]*\.(?:docx|xlsx|pptx|png|jpe?g|emf|wmf)$)/,
  /\.(?:exe|dll|com|scr|msi|js|jse|vbs|vbe|wsf|hta|lnk|bat|cmd|ps1|jar|chm|reg)$/,
];
/** What a PDF does by itself when it is opened. Looked for as written: what is packed into its streams is not unpacked. */
const ACTIVE_PDF = /\/(?:JavaScript|Launch)\b/;
/** A cell by which a spreadsheet program starts another (DDE). */
const ACTIVE_CELL = /(?:^|[\r\n,;\t])\s*"?\s*[=+\-@][^\r\n,;\t]*\|/;
/** What a browser would take for a page, wherever it is saved to. */
const MARKUP = /^\s*<(?:!doctype|html|svg|script|\?xml)/i;
/** Text holds no control signs but tabs and line breaks. */
const BINARY = /[\u0000-\u0008\u000e-\u001f]/;
const LOOKED_AT_BYTES = 4096;

/**
 * Decides by name and content whether a file may be kept as evidence: nothing that could run where it is opened.
 * @returns the content type that it is offered with
 * @throws DomainError `evidence-kind` for other kinds, `evidence-empty`, `evidence-content` where the content is not what the
 *   name says, `evidence-active` for macros, packed programs and what starts them, `archive-encrypted`
 */
export function evidenceContentType(name: string, bytes: Uint8Array): string {
  const kind = kindOf(name);
  if (kind === null) throw new DomainError('evidence-kind', { file: name, kinds: KINDS });
  if (bytes.length === 0) throw new DomainError('evidence-empty', { file: name });
  const signature = SIGNATURES[kind];
  const fits = signature === undefined ? isPlainText(bytes) : signature.every((byte, place) => bytes[place] === byte);
  if (!fits) throw new DomainError('evidence-content', { file: name });
  const part = MAIN_PARTS[kind];
  if (part !== undefined) checkArchive(name, bytes, part);
  else if (isActive(kind, bytes)) throw new DomainError('evidence-active', { file: name });
  return CONTENT_TYPES[kind];
}

function kindOf(name: string): EvidenceKind | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = ending === 'jpeg' ? 'jpg' : ending;
  return known in CONTENT_TYPES ? (known as EvidenceKind) : null;
}

function checkArchive(name: string, bytes: Uint8Array, mainPart: string): void {
  const entries = zipDirectory(bytes, MOST_PARTS);
  const names = entries.map((entry) => entry.name.replaceAll('\\', '/').toLowerCase());
  if (ACTIVE_PARTS.some((active) => names.some((each) => active.test(each)))) {
    throw new DomainError('evidence-active', { file: name });
  }
  if (!entries.some((entry) => entry.name === mainPart)) throw new DomainError('evidence-content', { file: name });
}

function isActive(kind: EvidenceKind, bytes: Uint8Array): boolean {
  const text = (): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (kind === 'pdf') return ACTIVE_PDF.test(text());
  return kind === 'csv' && ACTIVE_CELL.test(text());
}

function isPlainText(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, LOOKED_AT_BYTES)).toString('latin1');
  return !BINARY.test(text) && !MARKUP.test(text.replace(/^\u00ef\u00bb\u00bf/, ''));
}
