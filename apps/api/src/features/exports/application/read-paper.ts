import { recogniseForms, type Block, type FormData } from '@jixiao/domain';
import { docxFooters } from '../../../platform/documents/office/docx-footers.js';
import { readTargetDocument } from '../../../platform/documents/read-target-document.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { findVerificationCode } from '../../../platform/runtime/verification-code.js';

/** What can be read of a document that claims to be a paper. */
export interface ReadPaper {
  /** The code that is printed in it; null where there is none, or it cannot be read. */
  readonly code: string | null;
  /** Its forms in their order; null where they cannot be read back. */
  readonly forms: readonly FormData[] | null;
  /** Everything that it says, a paragraph or a row each. */
  readonly lines: readonly string[];
}

export interface PaperToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const NOTHING_READ: ReadPaper = { code: null, forms: null, lines: [] };

const WORD = /\.docx$/i;

/**
 * Reads a document that was handed in to be checked. What is broken or of another kind has nothing to say; a PDF among it, which
 * is known by its bytes, or by the code that a person reads in it.
 */
export async function readPaper({ name, bytes }: PaperToRead): Promise<ReadPaper> {
  try {
    const blocks: Block[] = [];
    for await (const block of readTargetDocument(bytes, name)) blocks.push(block);
    const forms = recogniseForms(blocks).map(({ data }) => data);
    const lines = blocks.map(textOf);
    const code = findVerificationCode(lines.join('\n')) ?? (WORD.test(name) ? await codeAtFoot(bytes) : null);
    return { code, forms: forms.length === 0 ? null : forms, lines };
  } catch (error) {
    if (error instanceof DomainError) return NOTHING_READ;
    throw error;
  }
}

/** Where reports print it: on every page, and so outside what they say. */
const codeAtFoot = async (bytes: Uint8Array): Promise<string | null> =>
  findVerificationCode((await docxFooters(bytes)).join('\n'));

const textOf = (block: Block): string =>
  block.kind === 'text' ? block.text : block.cells.map(({ text }) => text).join('\n');
