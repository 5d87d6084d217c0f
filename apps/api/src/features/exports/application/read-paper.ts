import type { Block, FormData } from '@jixiao/domain';
import { readTargetDocument } from '../../../platform/documents/read-target-document.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';

/** What can be read of a document that claims to be a paper. */
export interface ReadPaper {
  /** All words of it, for the code that is printed somewhere; empty where it cannot be read. */
  readonly text: string;
  /** Its forms in their order; null where they cannot be read back. */
  readonly forms: readonly FormData[] | null;
}

const NOTHING: ReadPaper = { text: '', forms: null };

/** Reads a document that was handed in to be checked. What is broken or of another kind has nothing to say. */
export async function readPaper(name: string, bytes: Uint8Array): Promise<ReadPaper> {
  try {
    const blocks: Block[] = [];
    for await (const block of readTargetDocument(bytes, name)) blocks.push(block);
    return { text: blocks.map(textOf).join('\n'), forms: null };
  } catch (error) {
    if (error instanceof DomainError) return NOTHING;
    throw error;
  }
}
const textOf = (block: Block): string => JSON.stringify(block);
