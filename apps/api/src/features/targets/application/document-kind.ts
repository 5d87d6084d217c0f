import { extname } from 'node:path';
import { DomainError } from '../../../platform/runtime/domain-error.js';

interface Kind {
  readonly mediaType: string;
  /** The bytes that every file of the kind begins with. */
  readonly magic: readonly number[];
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const JPEG: Kind = { mediaType: 'image/jpeg', magic: [0xff, 0xd8, 0xff] };
const KINDS: Readonly<Record<string, Kind>> = {
  '.pdf': { mediaType: 'application/pdf', magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  '.docx': { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', magic: ZIP },
  '.xlsx': { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', magic: ZIP },
  '.jpg': JPEG,
  '.jpeg': JPEG,
  '.png': { mediaType: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47] },
};

/**
 * The media type of a supporting document, by its extension and its first bytes, which have to agree.
 * @throws DomainError `document-kind` where they do not, or the kind is not taken
 */
export function documentKind({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): string {
  const extension = extname(name).toLowerCase();
  const kind = Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined;
  if (kind?.magic.every((byte, index) => bytes[index] === byte)) return kind.mediaType;
  throw new DomainError('document-kind', { file: name, supported: Object.keys(KINDS).join(' ') });
}
