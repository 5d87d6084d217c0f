import type { StoredContent } from '../../../platform/files/file-store.js';

/** What writing an export came to. */
export interface WrittenExport {
  /** Name that it is offered with. */
  readonly file: string;
  readonly content: StoredContent;
  readonly projects: number;
  readonly papers: number;
}
