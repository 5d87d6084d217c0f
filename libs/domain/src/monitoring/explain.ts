export { explainIndicator } from './explain-indicator.js';
export { explainMismatch } from './explain-mismatch.js';
export { explainProject, type ExplainableProject } from './explain-project.js';
export { explainSpend } from './explain-spend.js';
export type { ExplainLocale } from './wording.js';
