import type { Block, RecognisedDocument, RecognisedProject, RecognitionOptions } from './document-types.js';
import { TargetRecogniser } from './target-recogniser.js';
import { WarningLimit } from './warning-list.js';

/**
 * Turns the blocks of any reader into what a document of performance targets says (domain rules §11): the department's
 * sub-goals, and per project code, budget, schedule, goals and indicators. Total: any blocks give a document; whatever
 * is not understood inside a project is a warning with its place, and nothing is dropped without one. The whole document
 * is held in memory; `TargetRecogniser` gives the projects of a large one as they are asked for.
 */
export function recogniseTargets(blocks: Iterable<Block>, options: RecognitionOptions): RecognisedDocument {
  const recogniser = new TargetRecogniser();
  for (const block of blocks) recogniser.take(block);
  const { head, projects: finished, documentWarnings } = recogniser.finish(options);
  const { projectCount: _projectCount, ...document } = head;
  const projects: RecognisedProject[] = [];
  const warnings = new WarningLimit();
  for (const { project, warnings: found } of finished) {
    projects.push(project);
    warnings.addAll(found);
  }
  warnings.addAll(documentWarnings());
  return { ...document, projects, warnings: warnings.list() };
}
