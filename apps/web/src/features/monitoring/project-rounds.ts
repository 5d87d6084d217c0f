import { type Light, LIGHT_RANK } from '@jixiao/domain';
import type { LightPage, LightRow } from '../../shared/api/schema.gen.js';
import type { RoundKey } from './unit-rounds.js';

/** The projects of a unit at one round. */
export interface RoundOfProjects extends RoundKey {
  readonly page: LightPage;
}

export interface ProjectRow {
  /** As of the newest round in which the project was there. */
  readonly project: LightRow;
  /** A light per round; null where it had none then. */
  readonly lights: readonly (Light | null)[];
}

const worstFirst = (a: ProjectRow, b: ProjectRow): number =>
  LIGHT_RANK[a.project.light] - LIGHT_RANK[b.project.light] || (a.project.gapToPlan ?? 0) - (b.project.gapToPlan ?? 0);

/** Projects by rounds of one year, oldest round first; the worst now stands first. */
export function projectRows(rounds: readonly RoundOfProjects[]): ProjectRow[] {
  const newest = new Map<string, LightRow>();
  for (const { page } of rounds) for (const row of page.items) newest.set(row.projectId, row);
  const ofRound = rounds.map(({ page }) => new Map(page.items.map(({ projectId, light }) => [projectId, light])));
  return [...newest.values()]
    .map((project) => ({ project, lights: ofRound.map((lights) => lights.get(project.projectId) ?? null) }))
    .sort(worstFirst);
}
