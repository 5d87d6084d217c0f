import type { ImportedDocument, ImportedProject, ImportResult } from '../../shared/api/schema.gen.js';

export type Warning = ImportedDocument['warnings'][number];

export interface PreviewProject {
  readonly project: ImportedProject;
  readonly warnings: readonly Warning[];
  /** Open from the start where there is something to look at. */
  readonly open: boolean;
}

export interface PreviewDocument {
  readonly document: ImportedDocument;
  /** Warnings that concern no one project of the document. */
  readonly warnings: readonly Warning[];
  readonly projects: readonly PreviewProject[];
}

/** Each warning stands at its project; those of the document, or of a project that could not be kept, at the top. */
export function previewOf(document: ImportedDocument): PreviewDocument {
  const names = new Set(document.projects.map(({ name }) => name));
  return {
    document,
    warnings: document.warnings.filter(({ project }) => project === null || !names.has(project)),
    projects: document.projects.map((project) => {
      const warnings = document.warnings.filter((warning) => warning.project === project.name);
      const open = warnings.length > 0 || project.change === 'changed' || project.change === 'refused';
      return { project, warnings, open };
    }),
  };
}

/** How many projects a save would write; 0 means that there is nothing to confirm. */
export const writes = ({ counts }: ImportResult): number => counts.new + counts.changed;
