import { explainFinding, explainIndicator } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { belowPaths, OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { FindingPage, FindingQuery } from '../http/breakdowns.dto.js';
import type { StoredFinding, StoredFindingCode } from '../persistence/project-finding.entity.js';

type Item = FindingPage['items'][number];

interface Row extends Omit<Item, 'indicator' | 'explanation' | 'budgetFen'> {
  readonly budgetFen: number | string;
  readonly finding: string;
}

const FROM = `
  from project_finding f
  join project p on p.id = f.project_id
  join organisation o on o.id = f.organisation_id`;

const COLUMNS = `
  f.id as id, p.id as projectId, p.name as projectName, o.id as organisationId, o.name as organisationName,
  f.code as code, f.indicator_type as type, f.budget_fen as budgetFen, f.finding as finding`;

/** What stands out about the projects of a round, each with its sentence (R49), a page at a time. */
@Injectable()
export class FindingsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: FindingQuery, locale: Locale): Promise<FindingPage> {
    const { page, size, code, type } = query;
    const manager = this.uow.reader;
    const scope = belowPaths('o.path', await this.access.scope(user, 'lights.read', query.organisationId));
    const { id } = await this.rounds.require(manager, query.year, query.month);
    const within = { sql: `f.round_id = ? and ${scope.sql}`, params: [id, ...scope.params] };
    const counts = await this.counts(within.sql, within.params);
    const wanted = [
      code === undefined ? { sql: 'f.code <> ?', value: 'indicator-red' } : { sql: 'f.code = ?', value: code },
      ...(type === undefined ? [] : [{ sql: 'f.indicator_type = ?', value: type }]),
    ];
    const where = [within.sql, ...wanted.map(({ sql }) => sql)].join(' and ');
    const params = [...within.params, ...wanted.map(({ value }) => value)];
    const countSql = `select count(*) as total ${FROM} where ${where}`;
    const [count] = await manager.query<{ total: number | string }[]>(countSql, params);
    const sql = `select ${COLUMNS} ${FROM} where ${where}
                 order by f.budget_fen desc, p.name, p.id, f.ordinal limit ? offset ?`;
    const rows = await manager.query<Row[]>(sql, [...params, size, (page - 1) * size]);
    return { counts, items: rows.map((row) => itemOf(row, locale)), total: Number(count?.total ?? 0), page, size };
  }

  /** How often everything was found, whatever is shown. */
  private async counts(where: string, params: readonly string[]): Promise<FindingPage['counts']> {
    const sql = `select f.code as code, count(*) as findings, count(distinct f.project_id) as projects
                 ${FROM} where ${where} group by f.code order by f.code`;
    const rows = await this.uow.reader.query<
      { code: StoredFindingCode; findings: number | string; projects: number | string }[]
    >(sql, [...params]);
    return rows.map((row) => ({ code: row.code, findings: Number(row.findings), projects: Number(row.projects) }));
  }
}

function itemOf({ finding: stored, budgetFen, ...row }: Row, locale: Locale): Item {
  const finding = JSON.parse(stored) as StoredFinding;
  return {
    ...row,
    budgetFen: Number(budgetFen),
    indicator: indicatorOf(finding),
    explanation:
      finding.code === 'indicator-red' ? explainIndicator(finding.indicator, locale) : explainFinding(finding, locale),
  };
}

function indicatorOf(finding: StoredFinding): string | null {
  if (finding.code === 'indicator-red') return finding.indicator.name;
  return 'indicator' in finding ? finding.indicator : null;
}
