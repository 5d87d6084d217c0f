import { TargetRecogniser, type DocumentWarning, type RecognisedHead, type RecognisedProject } from '@jixiao/domain';
import { readTargetDocument } from '../../../platform/documents/read-target-document.js';
import type { TargetFile } from './parse-documents.js';

export type { RecognisedHead };
interface PartOfProject {
  readonly project: RecognisedProject;
  readonly warnings: readonly DocumentWarning[];
}
export type RecognisedPart =
  | { readonly kind: 'head'; readonly head: RecognisedHead }
  | { readonly kind: 'projects'; readonly projects: readonly PartOfProject[] }
  | { readonly kind: 'warnings'; readonly warnings: readonly DocumentWarning[] };

export interface RecogniseOptions {
  readonly year?: number;
  readonly limitMb?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

const CHUNK = 200;

export async function* recogniseApart(
  { name, bytes }: TargetFile,
  { year, ...options }: RecogniseOptions,
): AsyncGenerator<RecognisedPart> {
  const recogniser = new TargetRecogniser();
  for await (const block of readTargetDocument(bytes, name, options)) recogniser.take(block);
  const { head, projects, documentWarnings } = recogniser.finish({
    file: name,
    ...(year === undefined ? {} : { year }),
  });
  yield { kind: 'head', head };
  let chunk: PartOfProject[] = [];
  for (const part of projects) {
    chunk.push(part);
    if (chunk.length < CHUNK) continue;
    yield { kind: 'projects', projects: chunk };
    chunk = [];
  }
  if (chunk.length > 0) yield { kind: 'projects', projects: chunk };
  yield { kind: 'warnings', warnings: documentWarnings() };
}
