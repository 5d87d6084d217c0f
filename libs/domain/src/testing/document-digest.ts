import type { RecognisedDocument } from '../targets/recognition/document-types.js';

/** How many projects, complete indicators and department goals a document has. */
export const counts = ({ projects, departmentGoals }: RecognisedDocument): number[] => [
  projects.length,
  projects.flatMap(({ indicators }) => indicators).length,
  departmentGoals.length,
];

/** Codes of the remarks with their places (`schedule-missing line 5`), all or those about one project. */
export const remarks = ({ warnings }: RecognisedDocument, project?: string): string[] =>
  warnings
    .filter((warning) => project === undefined || warning.project === project)
    .map(({ code, at }) => `${code} ${at}`);
