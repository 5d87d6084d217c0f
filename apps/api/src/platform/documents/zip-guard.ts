import { crc32, createInflateRaw } from 'node:zlib';
import { DomainError } from '../runtime/domain-error.js';
import { type ZipEntry, zipDirectory } from './zip-directory.js';

export interface ZipLimits {
  /** Files inside the archive. */
  readonly entries: number;
  /** Bytes of all of them together when unpacked. */
  readonly bytes: number;
  /** Unpacked bytes per packed byte of one file, once it is larger than `freeBytes`. */
  readonly ratio: number;
  readonly freeBytes: number;
}

const BYTES_PER_MB = 1024 * 1024;

/** A sheet of 100,000 rows of 14 cells unpacks to about 100 MB; its repetitive rows are packed about 20 to 1. */
const DEFAULT_LIMITS: ZipLimits = {
  entries: 5_000,
  bytes: 400 * BYTES_PER_MB,
  ratio: 200,
  freeBytes: 4 * BYTES_PER_MB,
};
const CHUNK_BYTES = 256 * 1024;

/**
 * Makes sure that a zip archive (.docx, .xlsx) can be unpacked safely, before any library does: first by the sizes it
 * declares, then by unpacking every entry once without keeping it. Archives inside the archive are not unpacked by
 * anybody and count as plain data. Takes about 4 ms per unpacked MB outside the event loop, and memory for one chunk.
 *
 * @returns the entries of the archive, with which `zipEntryBytes` and `zipEntryChunks` read them
 * @throws DomainError `archive-too-large` (too many bytes, suspicious ratio), `archive-too-many-files`,
 *   `archive-damaged` (no archive, contradicting or overlapping entries, sizes or checksums that are not true),
 *   `archive-encrypted`
 */
export async function guardZip(archive: Uint8Array, limits: Partial<ZipLimits> = {}): Promise<readonly ZipEntry[]> {
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  const entries = zipDirectory(archive, bounds.entries);
  let total = 0;
  for (const { bytes, packedBytes } of entries) {
    total += bytes;
    const isSuspicious = bytes > bounds.freeBytes && bytes > packedBytes * bounds.ratio;
    if (total > bounds.bytes || isSuspicious) throw tooLarge(bounds);
  }
  for (const entry of entries) {
    for await (const chunk of zipEntryChunks(archive, entry)) void chunk;
  }
  return entries;
}

/** The unpacked bytes of one entry, whole. Only for small entries; others are read in chunks. */
export async function zipEntryBytes(archive: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipEntryChunks(archive, entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * The unpacked bytes of one entry, chunk by chunk; never more than it declares.
 *
 * @throws DomainError `archive-damaged` where its size or checksum is not the declared one
 */
export async function* zipEntryChunks(archive: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let checksum = 0;
  for await (const chunk of unpacked(archive.subarray(entry.dataFrom, entry.dataTo), entry.method)) {
    bytes += chunk.byteLength;
    if (bytes > entry.bytes) throw new DomainError('archive-damaged');
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (bytes !== entry.bytes || checksum !== entry.crc32) throw new DomainError('archive-damaged');
}

async function* unpacked(data: Uint8Array, method: ZipEntry['method']): AsyncGenerator<Uint8Array> {
  if (method === 'stored') {
    for (let at = 0; at < data.byteLength; at += CHUNK_BYTES) yield data.subarray(at, at + CHUNK_BYTES);
    return;
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  inflate.end(data);
  try {
    for await (const chunk of inflate) yield chunk as Uint8Array;
  } catch (error) {
    throw new DomainError('archive-damaged', {}, [], { cause: error });
  } finally {
    inflate.destroy();
  }
}

const tooLarge = ({ bytes }: ZipLimits): DomainError =>
  new DomainError('archive-too-large', { limitMb: Math.floor(bytes / BYTES_PER_MB) });
