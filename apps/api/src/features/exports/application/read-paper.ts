import { recogniseForms, type Block, type FormData } from '@jixiao/domain';
import { readTargetDocument } from '../../../platform/documents/read-target-document.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { findVerificationCode } from './verification-code.js';

/** What can be read of a document that claims to be a paper. */
export interface ReadPaper {
  /** The code that is printed in it; null where there is none, or it cannot be read. */
  readonly code: string | null;
  /** Its forms in their order; null where they cannot be read back. */
  readonly forms: readonly FormData[] | null;
}

export interface PaperToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const NOTHING_READ: ReadPaper = { code: null, forms: null };

/**
 * Reads a document that was handed in to be checked. What is broken or of another kind has nothing to say; a PDF among it, which
 * is known by its bytes, or by the code that a person reads in it.
 */
export async function readPaper({ name, bytes }: PaperToRead): Promise<ReadPaper> {
  try {
    const blocks: Block[] = [];
    for await (const block of readTargetDocument(bytes, name)) blocks.push(block);
    const forms = recogniseForms(blocks).map(({ data }) => data);
    return {
      code: findVerificationCode(blocks.map(textOf).join('\n')),
      forms: forms.length === 0 ? null : forms,
    };
  } catch (error) {
    if (error instanceof DomainError) return NOTHING_READ;
    throw error;
  }
}

const textOf = (block: Block): string =>
  block.kind === 'text' ? block.text : block.cells.map(({ text }) => text).join('\n');
