import { jsonTransformer } from '../../../platform/database/columns.js';
import { chainedHash } from '../../../platform/runtime/chained-hash.js';

/** An entry as the database holds it: before and after as JSON text. */
export interface StoredTexts {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly action: string;
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly remoteAddress: string | null;
}

export interface PlacedTexts extends StoredTexts {
  readonly seq: number;
}

export interface ChainedRow extends PlacedTexts {
  readonly hash: string;
}

/** The texts that an entry will be stored as. */
export const textsOf = <T extends Omit<StoredTexts, 'before' | 'after'> & { before: unknown; after: unknown }>(
  entry: T,
): StoredTexts => ({ ...entry, before: jsonText(entry.before), after: jsonText(entry.after) });

/** The hash of an entry over all its columns. The order is for ever: another one would make every stored hash wrong. */
export const hashOfEntry = (previous: string, entry: PlacedTexts): string =>
  chainedHash(previous, [
    entry.seq,
    entry.id,
    entry.at,
    entry.actor,
    entry.onBehalfOf,
    entry.action,
    entry.subject,
    entry.before,
    entry.after,
    entry.remoteAddress,
  ]);

const jsonText = (value: unknown): string | null => jsonTransformer.to(value) as string | null;
