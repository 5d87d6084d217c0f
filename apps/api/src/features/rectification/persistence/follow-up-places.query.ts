import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';

export interface PlacedProject {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly year: number;
}

export interface PlacedOrganisation {
  readonly id: string;
  readonly name: string;
  /** `/id/id/` from the root. */
  readonly path: string;
}

export interface PlacedRound {
  readonly id: string;
  readonly year: number;
  readonly month: number;
}

/** What ids of projects, organisations and rounds stand for. */
export interface Places {
  project(id: string | null): PlacedProject | null;
  round(id: string | null): PlacedRound | null;
  /** @throws Error where it was not asked for */
  organisation(id: string): PlacedOrganisation;
}

export interface PlaceIds {
  readonly projectIds: readonly (string | null)[];
  readonly organisationIds: readonly string[];
  readonly roundIds: readonly (string | null)[];
}

/** Names the projects, units and rounds that follow-ups are about, by one statement each. */
@Injectable()
export class FollowUpPlaces {
  async of(manager: EntityManager, { projectIds, organisationIds, roundIds }: PlaceIds): Promise<Places> {
    const projects = await rowsOf<PlacedProject>(manager, 'id, name, code, year', 'project', projectIds);
    const rounds = await rowsOf<PlacedRound>(manager, 'id, year, month', 'monitoring_round', roundIds);
    const units = await rowsOf<PlacedOrganisation>(manager, 'id, name, path', 'organisation', organisationIds);
    return {
      project: (id) => (id === null ? null : (projects.get(id) ?? null)),
      round: (id) => (id === null ? null : (rounds.get(id) ?? null)),
      organisation: (id) => {
        const unit = units.get(id);
        if (unit === undefined) throw new Error(`There is no organisation ${id}`);
        return unit;
      },
    };
  }

  /** @throws Error where it does not exist */
  async organisation(manager: EntityManager, id: string): Promise<PlacedOrganisation> {
    return (await this.of(manager, { projectIds: [], organisationIds: [id], roundIds: [] })).organisation(id);
  }
}

async function rowsOf<T extends { readonly id: string }>(
  manager: EntityManager,
  columns: string,
  table: 'project' | 'monitoring_round' | 'organisation',
  asked: readonly (string | null)[],
): Promise<ReadonlyMap<string, T>> {
  const ids = [...new Set(asked)].filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await manager.query<T[]>(
    `select ${columns} from ${table} where id in (${placeholders(ids.length)})`,
    ids,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
