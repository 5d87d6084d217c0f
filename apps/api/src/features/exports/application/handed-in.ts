import { createHash } from 'node:crypto';
import { guardZip, zipEntryBytes } from '../../../platform/documents/zip-guard.js';
import type { ZipEntry } from '../../../platform/documents/zip-directory.js';
import type { UploadedFile } from '../../../platform/http/read-upload.js';

/** A document that is to be checked. */
export interface HandedIn {
  /** Its name in an archive; null for the file itself. */
  readonly member: string | null;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
/** The parts by which an archive is a document and not a collection of them. */
const DOCUMENT_PARTS = new Set(['xl/workbook.xml', 'word/document.xml', '[Content_Types].xml']);
const DOCUMENT_NAMES = /\.(?:xlsx|docx|pdf)$/i;
const LIMITS = { entries: 65_000 };

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The documents of an archive, one in memory at a time; what is no document is passed over. Null for any other file. */
export async function membersOf({ bytes }: UploadedFile): Promise<AsyncIterable<HandedIn> | null> {
  if (!ZIP_SIGNATURE.every((byte, place) => bytes[place] === byte)) return null;
  const entries = await guardZip(bytes, LIMITS);
  return entries.some(({ name }) => DOCUMENT_PARTS.has(name)) ? null : documentsIn(bytes, entries);
}

async function* documentsIn(archive: Uint8Array, entries: readonly ZipEntry[]): AsyncGenerator<HandedIn> {
  for (const entry of entries) {
    if (!DOCUMENT_NAMES.test(entry.name)) continue;
    const bytes = await zipEntryBytes(archive, entry);
    yield { member: entry.name, name: entry.name, sha256: sha256Of(bytes), bytes };
  }
}

export const itself = ({ name, bytes }: UploadedFile): HandedIn => ({
  member: null,
  name,
  sha256: sha256Of(bytes),
  bytes,
});
