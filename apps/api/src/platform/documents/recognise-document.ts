import { type DocumentWarning, type RecognisedHead, type RecognisedProject, TargetRecogniser } from '@jixiao/domain';
import { Pace } from '../runtime/pace.js';
import { type ReadingOptions, readTargetDocument } from './read-target-document.js';

export interface NamedDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DocumentOptions extends ReadingOptions {
  /** The budget year where the caller knows it; else it is inferred from the document. */
  readonly year?: number;
}

export interface RecognisedEntry {
  readonly project: RecognisedProject;
  readonly warnings: readonly DocumentWarning[];
}

/** A document as it is recognised: its head first, then its projects a few at a time, last what concerns no project. */
export type RecognisedPart =
  | { readonly kind: 'head'; readonly head: RecognisedHead }
  | { readonly kind: 'projects'; readonly projects: readonly RecognisedEntry[] }
  | { readonly kind: 'warnings'; readonly warnings: readonly DocumentWarning[] };

const PROJECTS_PER_PART = 200;
/** Parts stay small even where the projects are large. */
const INDICATORS_PER_PART = 2_000;

/**
 * Reads and recognises the file of a target document part by part, in the thread of the caller. Refused with the
 * DomainErrors of `readTargetDocument`; a document that holds no targets gives a head with `projectCount` 0.
 */
export async function* recogniseDocument(
  { name, bytes }: NamedDocument,
  { year, ...reading }: DocumentOptions = {},
): AsyncGenerator<RecognisedPart> {
  const recogniser = new TargetRecogniser();
  for await (const block of readTargetDocument(bytes, name, reading)) recogniser.take(block);
  const { head, projects, documentWarnings } = recogniser.finish({
    file: name,
    ...(year === undefined ? {} : { year }),
  });
  yield { kind: 'head', head };
  const pace = new Pace({ signal: reading.signal });
  let part: RecognisedEntry[] = [];
  let indicators = 0;
  for (const entry of projects) {
    part.push(entry);
    indicators += entry.project.indicators.length;
    if (part.length >= PROJECTS_PER_PART || indicators >= INDICATORS_PER_PART) {
      yield { kind: 'projects', projects: part };
      [part, indicators] = [[], 0];
    }
    if (pace.isDue()) await pace.pause();
  }
  if (part.length > 0) yield { kind: 'projects', projects: part };
  yield { kind: 'warnings', warnings: documentWarnings() };
}
