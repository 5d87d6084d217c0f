import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import canonicalize from 'canonicalize';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** A part is about a megabyte; one that unfolds to much more was not written by us. */
const MAX_PART_BYTES = 64_000_000;

/** A value as canonical JSON (RFC 8785): the same text for the same value, whatever the order of its fields. */
export function canonical(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('A value that is no JSON cannot be sealed');
  return text;
}

/** SHA-256 in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Compressed beside the event loop. */
export const packed = (text: string): Promise<Uint8Array> => compress(text);

/** @returns null where these bytes are no text that `packed` made */
export async function unpacked(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await decompress(bytes, { maxOutputLength: MAX_PART_BYTES })).toString('utf8');
  } catch {
    return null;
  }
}
