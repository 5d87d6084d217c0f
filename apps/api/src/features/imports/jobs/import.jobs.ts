import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const UploadPayload = z.object({ uploadId: z.string() });
const BatchPayload = z.object({ batchId: z.string() });
export type UploadPayload = z.output<typeof UploadPayload>;
export type BatchPayload = z.output<typeof BatchPayload>;

/** A file that ends the process twice would end it a third time. */
const TRIES = { maxAttempts: 3, backoffMs: 1000, requesterMayCancel: true };

/** Reads the files of an upload and stages what they say. */
export const readImportJob = defineJob<UploadPayload>({
  ...TRIES,
  name: 'imports.read',
  parse: (payload) => UploadPayload.parse(payload),
});

/** Saves a confirmed upload, in one transaction. */
export const saveImportJob = defineJob<UploadPayload>({
  ...TRIES,
  name: 'imports.save',
  parse: (payload) => UploadPayload.parse(payload),
});

/** Takes back what a saved batch has done, in one transaction. */
export const undoImportJob = defineJob<BatchPayload>({
  ...TRIES,
  name: 'imports.undo',
  parse: (payload) => BatchPayload.parse(payload),
});

export const IMPORT_JOBS = [readImportJob, saveImportJob, undoImportJob] as const;

export const uploadKey = (uploadId: string): string => `upload ${uploadId}`;
export const batchKey = (batchId: string): string => `batch ${batchId}`;
