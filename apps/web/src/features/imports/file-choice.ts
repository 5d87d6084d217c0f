/** The part of a browser's File that the choice needs. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
}

/** The server's usual limit for one upload. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** What the file dialog offers; `.doc` is answered with how to convert it where the server cannot. */
export const ACCEPTED = '.docx,.xlsx,.xls,.csv,.txt,.doc,text/plain,text/csv';

export type FileFault = 'empty-file' | 'file-too-large';

export function fileFault(file: ChosenFile): FileFault | null {
  if (file.size === 0) return 'empty-file';
  return file.size > LARGEST_FILE ? 'file-too-large' : null;
}

/** The choice with more files: one of the same name and size is the same file chosen twice. */
export function withFiles<F extends ChosenFile>(chosen: readonly F[], more: readonly F[]): F[] {
  const known = (file: F): boolean => chosen.some(({ name, size }) => name === file.name && size === file.size);
  return [...chosen, ...more.filter((file) => !known(file))];
}
