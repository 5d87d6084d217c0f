import type { RoundSeal } from '../persistence/round-seal.entity.js';
import { canonical, sha256 } from './canonical.js';

/** Hash of a snapshot, from the hashes of its parts in their order. */
export const contentHashOf = (partHashes: readonly string[]): string => sha256(canonical(partHashes));

/** Hash of a seal, over everything it says but the hash itself; so that it vouches for the seal before as well. */
export const sealHash = ({ hash: _hash, ...seal }: Omit<RoundSeal, 'hash'> & { readonly hash?: string }): string =>
  sha256(canonical(seal));
