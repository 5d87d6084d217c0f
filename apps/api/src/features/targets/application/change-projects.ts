import type { EntityManager } from 'typeorm';
import type { Project } from '../persistence/project.entity.js';
import type { TargetRepository } from '../persistence/target.repository.js';
import { CHUNK_OF_PROJECTS, inChunks } from './in-chunks.js';

/** A stored project, and the name, code and version that it is to have. */
export interface ProjectChange {
  readonly before: Project;
  readonly after: Project;
}

/**
 * Stores projects anew, some hundred in a statement. Names and codes may change hands among them in any order: those that
 * another one takes are given up first.
 */
export async function changeProjects(
  targets: TargetRepository,
  manager: EntityManager,
  changes: readonly ProjectChange[],
): Promise<void> {
  const taken = new Set(changes.flatMap(({ before, after }) => newLabels(before, after)));
  const inTheWay = changes.filter(({ before }) => labels(before).some((label) => taken.has(label)));
  for await (const chunk of inChunks(inTheWay, CHUNK_OF_PROJECTS)) {
    await targets.updateProjects(
      manager,
      chunk.map(({ before }) => ({ ...before, name: before.id, code: null })),
    );
  }
  for await (const chunk of inChunks(changes, CHUNK_OF_PROJECTS)) {
    await targets.updateProjects(
      manager,
      chunk.map(({ after }) => after),
    );
  }
}

/** What only one project of a year may have. */
const labels = ({ year, organisationId, name, code }: Project): readonly string[] => [
  JSON.stringify([year, organisationId, name]),
  ...(code === null ? [] : [JSON.stringify([year, code])]),
];

function newLabels(before: Project, after: Project): readonly string[] {
  const own = labels(before);
  return labels(after).filter((label) => !own.includes(label));
}
