import { crc32, deflateRawSync } from 'node:zlib';

/** A file for `zipOf`, with what its headers may say against the truth. */
export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly stored?: boolean;
  /** Said instead of the real number of unpacked bytes. */
  readonly declaredBytes?: number;
  readonly declaredCrc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Name in the local header, where it differs from the one in the directory. */
  readonly localName?: string;
  /** Use the data and the local header of this earlier part: entries that overlap. */
  readonly sharedWith?: number;
}

/** A zip archive made by hand, so that tests can make ones that no library would write. */
export function zipOf(parts: readonly ZipPart[], comment = ''): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const places: number[] = [];
  let at = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = part.stored ? data : deflateRawSync(data);
    const place = part.sharedWith === undefined ? at : (places[part.sharedWith] ?? at);
    places.push(place);
    if (part.sharedWith === undefined) {
      const local = Buffer.concat([localHeader(part, data, packed), packed]);
      locals.push(local);
      at += local.length;
    }
    directory.push(directoryHeader(part, data, packed, place));
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...locals, listed, endRecord(parts.length, listed.length, at, comment)]);
}

function fields(part: ZipPart, data: Buffer, packed: Buffer): Buffer {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(part.flags ?? 0x800, 0);
  header.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), 2);
  header.writeUInt32LE(part.declaredCrc ?? crc32(data), 8);
  header.writeUInt32LE(packed.length, 12);
  header.writeUInt32LE(part.declaredBytes ?? data.length, 16);
  return header;
}

function localHeader(part: ZipPart, data: Buffer, packed: Buffer): Buffer {
  const name = Buffer.from(part.localName ?? part.name);
  const head = Buffer.from([0x50, 0x4b, 3, 4, 20, 0]);
  const rest = fields(part, data, packed);
  rest.writeUInt16LE(name.length, 20);
  return Buffer.concat([head, rest, Buffer.alloc(2), name]);
}

function directoryHeader(part: ZipPart, data: Buffer, packed: Buffer, place: number): Buffer {
  const name = Buffer.from(part.name);
  const head = Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0]);
  const rest = fields(part, data, packed);
  rest.writeUInt16LE(name.length, 20);
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(place, 12);
  return Buffer.concat([head, rest, tail, name]);
}

function endRecord(count: number, bytes: number, from: number, comment: string): Buffer {
  const end = Buffer.alloc(22);
  Buffer.from([0x50, 0x4b, 5, 6]).copy(end);
  end.writeUInt16LE(count & 0xffff, 8);
  end.writeUInt16LE(count & 0xffff, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(from, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([end, Buffer.from(comment)]);
}

/** The archive with every unpacked size in it replaced by `bytes`, as a bomb would lie to be let in. */
export const declaring = (name: string, data: Uint8Array | string, bytes: number): Uint8Array =>
  zipOf([{ name, data, declaredBytes: bytes }]);
