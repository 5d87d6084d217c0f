import { Injectable } from '@nestjs/common';
import { In, MoreThan, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import type { FieldIssue } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { ImportProject, type Outcome } from './import-project.entity.js';

const ROWS_AT_ONCE = 50;

/** What a batch would do, counted. */
export interface StagedTotals {
  readonly newProjects: number;
  readonly changedProjects: number;
  readonly unchangedProjects: number;
  readonly missingProjects: number;
  readonly refusedProjects: number;
  /** Of the projects that are not refused. */
  readonly indicators: number;
  readonly warnings: number;
}

export interface StagedFilter {
  readonly change?: Outcome | undefined;
  readonly warned?: 'true' | 'false' | undefined;
  readonly search?: string | undefined;
  readonly page: number;
  readonly size: number;
}

const LISTED = [
  ...['id', 'unitId', 'ordinal', 'code', 'name', 'outcome', 'refusal'],
  ...['budgetFen', 'indicators', 'warningCount', 'corrected', 'place'],
];

const NEEDS_A_LOOK = `case when staged.outcome = 'refused' then 0 when staged.warning_count > 0 then 1 else 2 end`;

interface MissingRow {
  readonly id: string;
  readonly unitId: string;
  readonly code: string | null;
  readonly name: string;
  readonly budgetFen: number | string | null;
}

/** The projects of batches as they were understood. */
@Injectable()
export class StagedRepository {
  /** A few at a time: their contents are long, and a statement is in memory several times on its way. */
  async insert(manager: EntityManager, rows: readonly ImportProject[]): Promise<void> {
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await insertRows(manager, ImportProject, rows.slice(start, start + ROWS_AT_ONCE));
    }
  }

  one(manager: EntityManager, batchId: string, id: string): Promise<ImportProject | null> {
    return manager.findOneBy(ImportProject, { batchId, id });
  }

  byId(manager: EntityManager, id: string): Promise<ImportProject | null> {
    return manager.findOneBy(ImportProject, { id });
  }

  async update(manager: EntityManager, id: string, change: Partial<ImportProject>): Promise<void> {
    await manager.update(ImportProject, { id }, change as QueryDeepPartialEntity<ImportProject>);
  }

  /** The next projects of a batch in the order of the document, after the given place. */
  chunk(
    manager: EntityManager,
    batchId: string,
    after: number,
    size: number,
    outcomes: readonly Outcome[],
  ): Promise<ImportProject[]> {
    return manager.find(ImportProject, {
      where: { batchId, ordinal: MoreThan(after), outcome: In([...outcomes]) },
      order: { ordinal: 'ASC' },
      take: size,
    });
  }

  /** One page of a batch, without contents: refused and doubtful projects first, then in the order of the document. */
  async page(
    manager: EntityManager,
    batchId: string,
    { change, warned, search, page, size }: StagedFilter,
  ): Promise<{ readonly rows: readonly ImportProject[]; readonly total: number }> {
    const query = manager
      .createQueryBuilder(ImportProject, 'staged')
      .select(LISTED.map((property) => `staged.${property}`))
      .where('staged.batchId = :batchId', { batchId });
    if (change !== undefined) query.andWhere('staged.outcome = :change', { change });
    if (warned === 'true') query.andWhere('staged.warningCount > 0');
    if (warned === 'false') query.andWhere('staged.warningCount = 0');
    if (search !== undefined && search !== '') {
      const like = `%${search.replaceAll(/[!%_]/g, '!$&')}%`;
      query.andWhere(`(staged.name like :like escape '!' or staged.code like :like escape '!')`, { like });
    }
    const [rows, total] = await query
      .addSelect(NEEDS_A_LOOK, 'needs_a_look')
      .orderBy('needs_a_look', 'ASC')
      .addOrderBy('staged.ordinal', 'ASC')
      .offset((page - 1) * size)
      .limit(size)
      .getManyAndCount();
    return { rows, total };
  }

  /** The stored projects that staged ones are compared with, or that they became by saving, by the staged one's id. */
  async projectsOf(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const sql = `
      select s.id as id, coalesce(compared.id, became.id) as projectId
      from import_project s join import_batch b on b.id = s.batch_id join import_unit u on u.id = s.unit_id
      left join project compared on compared.id = s.stored_project_id
      left join project became
        on became.year = b.year and became.organisation_id = u.organisation_id and became.name = s.name
          and s.outcome = 'new'
      where s.id in (${ids.map(() => '?').join(', ')})`;
    const rows = await manager.query<{ id: string; projectId: string | null }[]>(sql, [...ids]);
    return new Map(rows.flatMap(({ id, projectId }) => (projectId === null ? [] : [[id, projectId] as const])));
  }

  /** What people corrected in a batch, by the place in the document. */
  async corrections(
    manager: EntityManager,
    batchId: string,
  ): Promise<ReadonlyMap<number, Pick<ImportProject, 'place' | 'corrections'>>> {
    const select = { ordinal: true, place: true, corrections: true } as const;
    const rows = await manager.find(ImportProject, { select, where: { batchId, corrected: true } });
    return new Map(rows.map(({ ordinal, place, corrections }) => [ordinal, { place, corrections }]));
  }

  /** The refused projects of a batch with the reason, as issues of a refusal. */
  async refusals(manager: EntityManager, batchId: string, most: number): Promise<readonly FieldIssue[]> {
    const select = { place: true, name: true, refusal: true } as const;
    const where = { batchId, outcome: 'refused' } as const;
    const rows = await manager.find(ImportProject, { select, where, order: { ordinal: 'ASC' }, take: most });
    return rows.map(({ place, name, refusal }) => ({
      path: place,
      code: refusal ?? 'nothing-to-save',
      params: { project: name.slice(0, 100) },
    }));
  }

  /** Ids of other projects of the upload that are not refused and have the code, or the name in the same unit. */
  async twins(
    manager: EntityManager,
    uploadId: string,
    {
      id,
      code,
      name,
      unitKey,
    }: { readonly id: string; readonly code: string | null; readonly name: string; readonly unitKey: string },
    outcome: 'refused' | 'taken',
  ): Promise<readonly string[]> {
    const state =
      outcome === 'taken'
        ? `s.outcome in ('new', 'changed', 'unchanged')`
        : `s.outcome = 'refused' and s.refusal = 'project-twice'`;
    const sql = `
      select s.id as id from import_project s
      join import_batch b on b.id = s.batch_id join import_unit u on u.id = s.unit_id
      where b.upload_id = ? and b.status <> 'discarded' and s.id <> ? and ${state}
        and ((s.name = ? and coalesce(u.organisation_id, u.code) = ?) or s.code = ?)
      order by b.ordinal, s.ordinal`;
    const rows = await manager.query<{ id: string }[]>(sql, [uploadId, id, name, unitKey, code]);
    return rows.map((row) => row.id);
  }

  async totals(manager: EntityManager, batchId: string): Promise<StagedTotals> {
    const sql = `
      select outcome as outcome, count(*) as projects, sum(indicators) as indicators, sum(warning_count) as warnings
      from import_project where batch_id = ? group by outcome`;
    type Row = Record<'projects' | 'indicators' | 'warnings', number | string> & { readonly outcome: Outcome };
    const rows = await manager.query<Row[]>(sql, [batchId]);
    const of = (outcome: Outcome): number => Number(rows.find((row) => row.outcome === outcome)?.projects ?? 0);
    return {
      newProjects: of('new'),
      changedProjects: of('changed'),
      unchangedProjects: of('unchanged'),
      missingProjects: of('missing'),
      refusedProjects: of('refused'),
      indicators: rows
        .filter(({ outcome }) => outcome !== 'refused' && outcome !== 'missing')
        .reduce((sum, { indicators }) => sum + Number(indicators), 0),
      warnings: rows.reduce((sum, { warnings }) => sum + Number(warnings), 0),
    };
  }

  /**
   * Lists anew what is stored for the units of a batch and in no file of the upload. A unit that several files have
   * is the first one's.
   */
  async restageMissing(manager: EntityManager, uploadId: string, year: number, batchId: string): Promise<void> {
    await manager.delete(ImportProject, { batchId, outcome: 'missing' });
    const sql = `
      select p.id as id, p.code as code, p.name as name, v.initial_budget_fen as budgetFen, min(u.id) as unitId
      from import_unit u
      join project p on p.organisation_id = u.organisation_id and p.year = ?
      join target_version v on v.project_id = p.id and v.version = p.current_version
      where u.batch_id = ?
        and not exists (
          select 1 from import_unit other join import_batch b on b.id = other.batch_id
          where b.upload_id = ? and b.status not in ('failed', 'discarded')
            and other.organisation_id = u.organisation_id
            and b.ordinal < (select mine.ordinal from import_batch mine where mine.id = ?))
        and p.id not in (
          select s.stored_project_id from import_project s join import_batch b on b.id = s.batch_id
          where b.upload_id = ? and b.status not in ('failed', 'discarded') and s.stored_project_id is not null)
      group by p.id, p.code, p.name, v.initial_budget_fen order by p.id`;
    const missing = await manager.query<MissingRow[]>(sql, [year, batchId, uploadId, batchId, uploadId]);
    const last = await manager.maximum(ImportProject, 'ordinal', { batchId });
    const first = (last ?? -1) + 1;
    await this.insert(
      manager,
      missing.map((row, place) => missingProject(batchId, first + place, row)),
    );
  }
}

const missingProject = (batchId: string, ordinal: number, row: MissingRow): ImportProject => ({
  id: newId(),
  batchId,
  unitId: row.unitId,
  ordinal,
  code: row.code,
  name: row.name,
  outcome: 'missing',
  refusal: null,
  budgetFen: row.budgetFen === null ? null : Number(row.budgetFen),
  indicators: 0,
  warningCount: 0,
  corrected: false,
  place: '',
  storedProjectId: row.id,
  storedState: null,
  content: null,
  differences: [],
  warnings: [],
  corrections: null,
  understood: null,
});
