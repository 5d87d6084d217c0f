import { DomainError } from '../runtime/domain-error.js';

/** A file inside a zip archive, as its central directory declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc32: number;
  /** Bytes it takes in the archive, and bytes it says it has when unpacked. */
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header begins, and where its data stand in the archive: from (inclusive) to (exclusive). */
  readonly headerAt: number;
  readonly dataFrom: number;
  readonly dataTo: number;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
/** The value that says: too large for this field, look in the 64-bit one. */
const IN_64 = 0xffffffff;
const EXTRA_64 = 0x0001;
const FLAG_ENCRYPTED = 0x1;
const FLAG_STRONG_ENCRYPTION = 0x40;
const METHODS: Readonly<Record<number, ZipEntry['method']>> = { 0: 'stored', 8: 'deflated' };

const damaged = (): DomainError => new DomainError('archive-damaged');

/**
 * The entries that a zip archive's central directory declares, each checked against its local header. Unpacks nothing.
 * Refused with a DomainError: `archive-damaged` (no archive, cut off, contradicting headers, overlapping entries, two
 * entries of one name: two programs would read two different documents), `archive-encrypted`, `archive-too-many-files`.
 */
export function zipDirectory(archive: Uint8Array, mostEntries: number): ZipEntry[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const { count, from, to } = directoryRange(bytes);
  if (count > mostEntries) throw new DomainError('archive-too-many-files', { limit: mostEntries });
  const entries: ZipEntry[] = [];
  let at = from;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > to || bytes.readUInt32LE(at) !== DIRECTORY_HEADER) throw damaged();
    const [nameBytes, extraBytes] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
    const end = at + 46 + nameBytes + extraBytes + bytes.readUInt16LE(at + 32);
    if (end > to) throw damaged();
    entries.push(entryAt(bytes, at, from));
    at = end;
  }
  refuseAmbiguous(entries);
  return entries;
}

/** Where the central directory stands. Only the last end record counts: the one that unpacking programs look for. */
function directoryRange(bytes: Buffer): { count: number; from: number; to: number } {
  const end = lastEndRecord(bytes);
  let count = bytes.readUInt16LE(end + 10);
  let [size, from, to] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16), end];
  if (count === 0xffff || size === IN_64 || from === IN_64) {
    const record = endRecord64(bytes, end);
    count = whole64(bytes, record + 32);
    [size, from, to] = [whole64(bytes, record + 40), whole64(bytes, record + 48), record];
  }
  if (from + size > to) throw damaged();
  return { count, from, to: from + size };
}

function lastEndRecord(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_END) continue;
    if (at + END_BYTES + bytes.readUInt16LE(at + 20) !== bytes.length) throw damaged();
    return at;
  }
  throw damaged();
}

function endRecord64(bytes: Buffer, end: number): number {
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== LOCATOR_64) throw damaged();
  const record = whole64(bytes, locator + 8);
  if (record + 56 > locator || bytes.readUInt32LE(record) !== DIRECTORY_END_64) throw damaged();
  return record;
}

function entryAt(bytes: Buffer, at: number, directoryFrom: number): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8);
  if ((flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION)) !== 0) throw new DomainError('archive-encrypted');
  const method = METHODS[bytes.readUInt16LE(at + 10)];
  if (method === undefined) throw damaged();
  const nameBytes = bytes.readUInt16LE(at + 28);
  const rawName = bytes.subarray(at + 46, at + 46 + nameBytes);
  const { size, packed, headerAt } = sizesAt(bytes, at, at + 46 + nameBytes);
  const dataFrom = dataStart(bytes, headerAt, rawName, directoryFrom);
  if (dataFrom + packed > directoryFrom || (method === 'stored' && packed !== size)) throw damaged();
  return {
    name: rawName.toString('utf8'),
    method,
    crc32: bytes.readUInt32LE(at + 16),
    packedBytes: packed,
    bytes: size,
    headerAt,
    dataFrom,
    dataTo: dataFrom + packed,
  };
}

function dataStart(bytes: Buffer, headerAt: number, rawName: Buffer, directoryFrom: number): number {
  if (headerAt + 30 > directoryFrom || bytes.readUInt32LE(headerAt) !== LOCAL_HEADER) throw damaged();
  const nameEnd = headerAt + 30 + bytes.readUInt16LE(headerAt + 26);
  if (nameEnd > directoryFrom || !bytes.subarray(headerAt + 30, nameEnd).equals(rawName)) throw damaged();
  return nameEnd + bytes.readUInt16LE(headerAt + 28);
}

function sizesAt(bytes: Buffer, at: number, extraFrom: number): { size: number; packed: number; headerAt: number } {
  const extra = extra64(bytes, extraFrom, extraFrom + bytes.readUInt16LE(at + 30));
  let next = extra.from;
  const read = (field: number): number => {
    const value = bytes.readUInt32LE(field);
    if (value !== IN_64) return value;
    if (next + 8 > extra.to) throw damaged();
    next += 8;
    return whole64(bytes, next - 8);
  };
  const size = read(at + 24);
  const packed = read(at + 20);
  return { size, packed, headerAt: read(at + 42) };
}

/** Where the field with the 64-bit sizes stands among an entry's extra fields; an empty range where it has none. */
function extra64(bytes: Buffer, from: number, to: number): { from: number; to: number } {
  for (let at = from; at + 4 <= to;) {
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    if (end > to) throw damaged();
    if (bytes.readUInt16LE(at) === EXTRA_64) return { from: at + 4, to: end };
    at = end;
  }
  return { from: to, to };
}

/** A 64-bit number that must lie inside the file. */
function whole64(bytes: Buffer, at: number): number {
  if (at + 8 > bytes.length) throw damaged();
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(value);
}

function refuseAmbiguous(entries: readonly ZipEntry[]): void {
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length) throw damaged();
  const byPlace = [...entries].sort((one, other) => one.headerAt - other.headerAt);
  byPlace.forEach((entry, index) => {
    const next = byPlace[index + 1];
    if (next && next.headerAt < entry.dataTo) throw damaged();
  });
}
