import { explainProject, type ExpenditureSource, type ReportState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { belowPaths, OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { LightPage, LightQuery } from '../http/monitoring.dto.js';
import type { StoredProjectAssessment } from '../persistence/project-light.entity.js';

interface Row {
  readonly projectId: string;
  readonly code: string | null;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly isKey: number | boolean;
  readonly assessment: string;
  readonly reason: string;
  readonly expenditureSource: ExpenditureSource | null;
  readonly releasedFen: number | string | null;
  readonly receivedFen: number | string | null;
  readonly reportStatus: ReportState | null;
  readonly reopened: number;
  readonly computedAt: string;
}

const FROM = `
  from project_light l
  join project p on p.id = l.project_id
  join organisation o on o.id = l.organisation_id
  left join project_report r on r.round_id = l.round_id and r.project_id = l.project_id`;

/** One where a reopening of the project in this round is live, else 0. */
const REOPENED = `case when exists (select 1 from report_reopening q
  where q.round_id = l.round_id and q.project_id = l.project_id and q.closed_at is null) then 1 else 0 end`;

/** The gap that matters more comes first; no gap at all comes last. Names and ids make the order the same everywhere. */
const gap = (column: string): string => `case when l.${column} is null then 1 else 0 end, l.${column}`;
const TIES = 'p.name, p.id';
const ORDER: Readonly<Record<LightQuery['sort'], string>> = {
  worst: `l.light_rank, ${gap('gap_to_plan')}, ${TIES}`,
  gapToPlan: `${gap('gap_to_plan')}, ${TIES}`,
  gapToStraightLine: `${gap('gap_to_straight_line')}, ${TIES}`,
  budget: `case when l.adjusted_budget_fen is null then 1 else 0 end, l.adjusted_budget_fen desc, ${TIES}`,
  name: TIES,
};

/** The lights of a round, worst first by default, a page at a time, within what the caller may see. */
@Injectable()
export class LightListQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: LightQuery, locale: Locale): Promise<LightPage> {
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, query.year, query.month);
    const where = await this.condition(user, round.id, query);
    const countSql = `select count(*) as total ${FROM} where ${where.sql}`;
    const [count] = await manager.query<{ total: number | string }[]>(countSql, where.params);
    const sql = `
      select p.id as projectId, p.code as code, p.name as name, p.is_key as isKey, o.id as organisationId,
             o.name as organisationName, l.assessment as assessment, l.reason as reason,
             l.expenditure_source as expenditureSource, l.released_fen as releasedFen, l.received_fen as receivedFen,
             r.status as reportStatus, ${REOPENED} as reopened, l.computed_at as computedAt
      ${FROM} where ${where.sql} order by ${ORDER[query.sort]} limit ? offset ?`;
    const { page, size } = query;
    const rows = await manager.query<Row[]>(sql, [...where.params, size, (page - 1) * size]);
    return { items: rows.map((row) => lightRow(row, locale)), total: Number(count?.total ?? 0), page, size };
  }

  private async condition(user: CurrentUser, roundId: string, query: LightQuery) {
    const scope = belowPaths('o.path', await this.access.scope(user, 'lights.read', query.organisationId));
    const parts = ['l.round_id = ?', scope.sql];
    const params: (string | number)[] = [roundId, ...scope.params];
    if (query.light !== undefined) {
      parts.push('l.light = ?');
      params.push(query.light);
    }
    const search = query.search?.trim().toLowerCase();
    if (search) {
      const pattern = `%${search.replace(/[!%_]/g, '!$&')}%`;
      parts.push(
        `(${['p.name', 'p.code', 'o.name'].map((column) => `lower(${column}) like ? escape '!'`).join(' or ')})`,
      );
      params.push(pattern, pattern, pattern);
    }
    return { sql: parts.join(' and '), params };
  }
}

function lightRow(row: Row, locale: Locale): LightPage['items'][number] {
  const assessment = JSON.parse(row.assessment) as StoredProjectAssessment;
  const { spend } = assessment;
  return {
    projectId: row.projectId,
    code: row.code,
    name: row.name,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    key: Boolean(row.isKey),
    light: assessment.light,
    spendLight: spend.light,
    goalLight: assessment.goals.light,
    reason: row.reason,
    explanation: explainProject(assessment, locale),
    adjustedBudgetFen: spend.adjustedBudgetFen,
    expenditureFen: spend.expenditureFen,
    expenditureSource: row.expenditureSource,
    releasedFen: numberOf(row.releasedFen),
    receivedFen: numberOf(row.receivedFen),
    executionRate: spend.executionRate,
    plannedRate: spend.plannedRate,
    straightLineRate: spend.straightLineRate,
    gapToPlan: spend.gapToPlan,
    gapToStraightLine: spend.gapToStraightLine,
    notReported: assessment.notReported,
    awaitingReport: assessment.awaitingReport,
    reportStatus: row.reportStatus,
    reopened: Number(row.reopened) === 1,
    computedAt: row.computedAt,
  };
}

/** Money comes as text from MySQL. */
const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));
