import type { Block } from '@jixiao/domain';

/** What a reader is given besides the bytes. */
export interface ReadingContext {
  /** Tells how much of `total` (in any unit of the reader's own) has been read. Cheap: it may be called for every row. */
  report(done: number, total: number): void;
  /** The caller has given up: what runs outside this program is ended. */
  readonly signal?: AbortSignal;
}

/**
 * Reads one file format into blocks, in document order. Refuses with a DomainError what is no such file; whatever else
 * the bytes hold gives blocks. Knows nothing of targets: a new format is one more of these.
 */
export type DocumentReader = (bytes: Uint8Array, context: ReadingContext) => AsyncIterable<Block> | Iterable<Block>;
