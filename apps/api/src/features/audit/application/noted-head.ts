import type { ChainHead } from '../persistence/audit-chain.repository.js';

const NOTED = /^(\d{1,10}):([0-9a-f]{64})$/;

/** The end of the trail as a person notes it: `SEQ:HASH`. */
export const headText = ({ seq, hash }: ChainHead): string => `${seq}:${hash}`;

/** The end of the trail from such a note; null where it is none. */
export function notedHead(text: string): ChainHead | null {
  const match = NOTED.exec(text.trim().toLowerCase());
  return match === null ? null : { seq: Number(match[1]), hash: match[2] ?? '' };
}
