import { NO_TREASURY_FIGURES, TREASURY_FIELDS, type TreasuryFigures } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { belowPaths } from '../../organisations/index.js';
import { TreasuryDelivery } from './treasury-delivery.entity.js';
import { TreasuryFigure } from './treasury-figure.entity.js';

/** Ids per statement: below the parameter limits of both databases, and quick enough for others to have their turn. */
const CHUNK = 1000;

export interface NamedProject {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A project's current figures of a month with the row that holds them. */
export interface StoredFigures {
  readonly id: string;
  readonly month: number;
  readonly revision: number;
  readonly figures: TreasuryFigures;
}

/** The same with what they came with. */
export interface DeliveredFigures extends StoredFigures {
  readonly recordedAt: string;
  readonly deliveryId: string;
}

type FigureRow = Readonly<Record<keyof TreasuryFigures, number | string | null>> & {
  readonly id: string;
  readonly projectId: string;
  readonly month: number;
  readonly revision: number;
  readonly recordedAt: string;
  readonly deliveryId: string;
};

const COLUMNS = `f.id as id, f.project_id as projectId, f.month as month, f.revision as revision,
  f.expenditure_fen as expenditureFen, f.fiscal_fen as fiscalFen, f.other_fen as otherFen,
  f.released_fen as releasedFen, f.received_fen as receivedFen, f.recorded_at as recordedAt, f.delivery_id as deliveryId`;

/** Loads and stores treasury figures in a few statements per set of projects. */
@Injectable()
export class TreasuryRepository {
  /** The projects of a year below these organisation paths that have one of the codes. */
  async projectsByCode(
    manager: EntityManager,
    year: number,
    paths: readonly string[],
    codes: readonly string[],
  ): Promise<ReadonlyMap<string, NamedProject>> {
    const scope = belowPaths('o.path', paths);
    const found = await inChunks(codes, (some) =>
      manager.query<NamedProject[]>(
        `select p.id as id, p.code as code, p.name as name
         from project p join organisation o on o.id = p.organisation_id
         where p.year = ? and p.code in (${placeholders(some.length)}) and ${scope.sql}`,
        [year, ...some, ...scope.params],
      ),
    );
    return new Map(found.map((project) => [project.code, project]));
  }

  /** The current figures of these projects, by project, in order of months. */
  async current(
    manager: EntityManager,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly DeliveredFigures[]>> {
    const rows = await inChunks(projectIds, (ids) =>
      manager.query<FigureRow[]>(
        `select ${COLUMNS} from treasury_figure f
         where f.project_id in (${placeholders(ids.length)}) and f.superseded_at is null order by f.project_id, f.month`,
        ids,
      ),
    );
    const groups = new Map<string, DeliveredFigures[]>();
    for (const row of rows) {
      const group = groups.get(row.projectId);
      if (group) group.push(deliveredFigures(row));
      else groups.set(row.projectId, [deliveredFigures(row)]);
    }
    return groups;
  }

  /**
   * The figures of these projects for exactly one month, by project.
   * @param asOf instant as of which they are wanted, for what was locked then (R43); now where left out
   */
  async ofMonth(
    manager: EntityManager,
    projectIds: readonly string[],
    month: number,
    asOf: string | null = null,
  ): Promise<ReadonlyMap<string, DeliveredFigures>> {
    const known = asOf === null ? 'f.superseded_at is null' : KNOWN_AT;
    const rows = await inChunks(projectIds, (ids) =>
      manager.query<FigureRow[]>(
        `select ${COLUMNS} from treasury_figure f
         where f.project_id in (${placeholders(ids.length)}) and f.month = ? and ${known}`,
        [...ids, month, ...(asOf === null ? [] : [asOf, asOf])],
      ),
    );
    return new Map(rows.map((row) => [row.projectId, deliveredFigures(row)]));
  }

  async insertDelivery(manager: EntityManager, delivery: TreasuryDelivery): Promise<void> {
    await manager.insert(TreasuryDelivery, delivery);
  }

  async supersede(manager: EntityManager, figureIds: readonly string[], now: string): Promise<void> {
    await inChunks(figureIds, async (ids) => {
      await manager.update(TreasuryFigure, { id: In(ids) }, { supersededAt: now });
      return [];
    });
  }

  async insertFigures(manager: EntityManager, rows: readonly TreasuryFigure[]): Promise<void> {
    await insertRows(manager, TreasuryFigure, rows);
  }

  /** Those of these projects that have treasury figures, superseded ones included. */
  async withFigures(manager: EntityManager, projectIds: readonly string[]): Promise<readonly string[]> {
    const rows = await inChunks(projectIds, (ids) =>
      manager.query<{ projectId: string }[]>(
        `select distinct f.project_id as projectId from treasury_figure f
         where f.project_id in (${placeholders(ids.length)}) order by f.project_id`,
        ids,
      ),
    );
    return rows.map(({ projectId }) => projectId);
  }
}

const KNOWN_AT = 'f.recorded_at <= ? and (f.superseded_at is null or f.superseded_at > ?)';

function deliveredFigures({ id, month, revision, recordedAt, deliveryId, ...row }: FigureRow): DeliveredFigures {
  const figures = { ...NO_TREASURY_FIGURES };
  for (const field of TREASURY_FIELDS) {
    const value = row[field];
    if (value !== null) Object.assign(figures, { [field]: Number(value) });
  }
  return { id, month, revision, recordedAt, deliveryId, figures };
}

async function inChunks<I, O>(items: readonly I[], work: (chunk: I[]) => Promise<readonly O[]>): Promise<readonly O[]> {
  const all: O[] = [];
  for (let start = 0; start < items.length; start += CHUNK) {
    for (const item of await work(items.slice(start, start + CHUNK))) all.push(item);
  }
  return all;
}
