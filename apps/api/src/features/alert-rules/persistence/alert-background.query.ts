import { rushFacts, type EarlierLights, type Light, type RushFacts } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { SpendingHistoryRepository, spentAt } from '../../monitoring/index.js';
import type { MonitoringRound } from '../../reporting/index.js';

/** What stands around the lights of some projects, by project. */
export interface Background {
  /** Nearest round first. */
  readonly earlier: ReadonlyMap<string, readonly EarlierLights[]>;
  /** Notes on the indicators that the unit calls out of reach, by their lineage (R26). */
  readonly impossible: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly rush: ReadonlyMap<string, RushFacts>;
}

interface LitProject {
  readonly projectId: string;
  readonly expenditureFen: number | string | null;
}

interface EarlierRow {
  readonly projectId: string;
  readonly month: number;
  readonly light: Light;
  readonly gapToPlan: number | string | null;
}

interface ImpossibleRow {
  readonly projectId: string;
  readonly lineageId: string | null;
  readonly note: string | null;
}

const EARLIER = `
  select l.project_id as projectId, r.month as month, l.light as light, l.gap_to_plan as gapToPlan
  from monitoring_round r join project_light l on l.round_id = r.id
  where r.year = ? and r.month < ? and l.project_id in`;

/**
 * A left join, though what has no such answer is passed over: an inner one lets a server begin with the answers of the whole
 * county, of which it takes few to be out of reach.
 */
const IMPOSSIBLE = `
  select q.project_id as projectId, a.lineage_id as lineageId, a.note as note
  from project_report q left join indicator_result a on a.report_id = q.id and a.likelihood = 'impossible'
  where q.round_id = ? and q.project_id in`;

/** The months in which the ends of a year begin, and its last (R48). */
const BEFORE_DECEMBER = [9, 11] as const;
const DECEMBER = 12;

/** Reads what alerts compare a project's lights with: two statements per chunk, some more for December. */
@Injectable()
export class AlertBackground {
  constructor(
    private readonly spending: SpendingHistoryRepository,
    private readonly clock: Clock,
  ) {}

  async of(manager: EntityManager, round: MonitoringRound, projects: readonly LitProject[]): Promise<Background> {
    const ids = projects.map(({ projectId }) => projectId);
    if (ids.length === 0) return { earlier: new Map(), impossible: new Map(), rush: new Map() };
    return {
      earlier: await this.earlier(manager, round, ids),
      impossible: await this.impossible(manager, round.id, ids),
      rush: round.month === DECEMBER ? await this.rush(manager, round.year, projects) : new Map(),
    };
  }

  private async earlier(
    manager: EntityManager,
    { year, month }: MonitoringRound,
    ids: readonly string[],
  ): Promise<Background['earlier']> {
    const sql = `${EARLIER} (${placeholders(ids.length)}) order by r.month desc`;
    const rows = await manager.query<EarlierRow[]>(sql, [year, month, ...ids]);
    const groups = [...groupBy(rows, ({ projectId }) => projectId)];
    return new Map(
      groups.map(([id, own]) => [
        id,
        own.map(({ month: of, light, gapToPlan }) => ({
          month: Number(of),
          light,
          gapToPlan: gapToPlan === null ? null : Number(gapToPlan) / 100,
        })),
      ]),
    );
  }

  private async impossible(
    manager: EntityManager,
    roundId: string,
    ids: readonly string[],
  ): Promise<Background['impossible']> {
    const rows = await manager.query<ImpossibleRow[]>(`${IMPOSSIBLE} (${placeholders(ids.length)})`, [roundId, ...ids]);
    const called = new Map<string, Map<string, string>>();
    for (const { projectId, lineageId, note } of rows) {
      if (lineageId === null) continue;
      const own = called.get(projectId) ?? new Map<string, string>();
      called.set(projectId, own.set(lineageId, note ?? ''));
    }
    return called;
  }

  /** The end of the year is what the lights were judged by; the months before it as they are known now. */
  private async rush(
    manager: EntityManager,
    year: number,
    projects: readonly LitProject[],
  ): Promise<Background['rush']> {
    const ids = projects.map(({ projectId }) => projectId);
    const records = await this.spending.ofProjects(manager, year, ids);
    const now = this.clock.now();
    const rush = new Map<string, RushFacts>();
    for (const { projectId, expenditureFen } of projects) {
      const own = records.get(projectId);
      if (own === undefined || expenditureFen === null) continue;
      const before = BEFORE_DECEMBER.flatMap((month) => {
        const { expenditureFen: fen } = spentAt(own, month, now);
        return fen === null ? [] : [{ month, expenditureFen: fen }];
      });
      const facts = rushFacts([...before, { month: DECEMBER, expenditureFen: Number(expenditureFen) }]);
      if (facts !== null) rush.set(projectId, facts);
    }
    return rush;
  }
}
