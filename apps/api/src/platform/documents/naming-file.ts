import { DomainError } from '../runtime/domain-error.js';

/** Refusals of a reader get the file's name, which it does not know. */
export function namingFile(error: unknown, file: string): unknown {
  if (!(error instanceof DomainError) || 'file' in error.params) return error;
  return new DomainError(error.code, { ...error.params, file: baseName(file) }, error.issues, { cause: error });
}

/** Uploads carry a path of the sender's machine at times, with either kind of slash. */
export const baseName = (fileName: string): string => fileName.split(/[\\/]/).at(-1) ?? fileName;
