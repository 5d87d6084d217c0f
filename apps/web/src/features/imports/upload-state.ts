import type { ImportUpload } from '../../shared/api/schema.gen.js';
import type { Batch, BatchStatus, Counts } from './imports.api.js';

/** While the server works on it: the page follows and offers to stop. */
const WORKING: ReadonlySet<BatchStatus> = new Set<BatchStatus>(['reading', 'saving', 'undoing']);
const OPEN: ReadonlySet<BatchStatus> = new Set<BatchStatus>(['ready', 'failed']);
/** Uploads that somebody began and has neither confirmed nor discarded. */
const UNFINISHED: ReadonlySet<BatchStatus> = new Set<BatchStatus>(['reading', 'ready', 'saving', 'failed']);

export const isWorking = ({ status }: { readonly status: BatchStatus }): boolean => WORKING.has(status);
export const isUnfinished = ({ status }: { readonly status: BatchStatus }): boolean => UNFINISHED.has(status);

/** The upload without the files that were taken out of it; one that is discarded as a whole is left as it is. */
export function withoutDropped(upload: ImportUpload): ImportUpload {
  const kept = upload.batches.filter(({ status }) => status !== 'discarded');
  return kept.length === 0 ? upload : { ...upload, batches: kept };
}

/** Neither confirmed nor given up: it can be corrected, confirmed and discarded. */
export const isOpen = ({ batches }: Pick<ImportUpload, 'batches'>): boolean =>
  batches.length > 0 && batches.every(({ status }) => OPEN.has(status));

/** How many projects a save would write; 0 means that there is nothing to confirm. */
export const writes = (counts: Counts): number => counts.new + counts.changed;

export type ConfirmState = 'ready' | 'nothing' | 'failed-file' | 'closed';

/** Whether the upload can be confirmed now: all files together, so that one that failed has to be taken out first. */
export function confirmState({ batches, counts }: Pick<ImportUpload, 'batches' | 'counts'>): ConfirmState {
  if (batches.some(({ status }) => status === 'failed')) return 'failed-file';
  if (batches.length === 0 || batches.some(({ status }) => status !== 'ready')) return 'closed';
  return writes(counts) > 0 ? 'ready' : 'nothing';
}

/** The file that is shown: the one of the address, else the first that was read, else the first. */
export const shownBatch = (batches: readonly Batch[], wanted: string | null): Batch | null =>
  batches.find(({ id }) => id === wanted) ?? batches.find(({ status }) => status !== 'failed') ?? batches[0] ?? null;

export interface UnfinishedUpload {
  readonly uploadId: string;
  readonly batches: readonly Batch[];
}

/** Uploads to go on with, in the order of the list, each with its files. */
export function unfinishedUploads(batches: readonly Batch[]): UnfinishedUpload[] {
  const uploads = new Map<string, Batch[]>();
  for (const batch of batches.filter(isUnfinished))
    uploads.set(batch.uploadId, [...(uploads.get(batch.uploadId) ?? []), batch]);
  return [...uploads].map(([uploadId, files]) => ({ uploadId, batches: files }));
}
