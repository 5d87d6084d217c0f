import type { FinishedProject } from './project-assembly.js';
import type { Located } from './recognition-context.js';

/** A project of which rows were read, and which is put together when the year of the document is known. */
export interface ProjectDraft {
  readonly at: string;
  readonly heading: Located | null;
  /** The project code as printed, without white space; empty where there is none. */
  readonly codeText: string;
  /** True where nothing is filled in: an empty form is no project. */
  isEmpty(): boolean;
  markClassified(): void;
  /** The project, or null for an empty form. To be called once. */
  finish(year: number | null): FinishedProject | null;
}
