import { explainProject, type ExpenditureSource, type ReportState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { LightPage, LightQuery } from '../http/monitoring.dto.js';
import { LightSearch } from '../persistence/light-search.query.js';
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
  readonly selfApproved: number | boolean | null;
  readonly comments: number | string;
  readonly reopened: number;
  readonly computedAt: string;
}

/** Comments that were not taken back. */
const COMMENTS = `(select count(*) from project_comment c where c.project_id = p.id and c.withdraws_id is null
  and not exists (select 1 from project_comment w where w.withdraws_id = c.id))`;
/** One where a reopening of the project in this round is live, else 0. */
const REOPENED = `case when exists (select 1 from report_reopening q
  where q.round_id = l.round_id and q.project_id = l.project_id and q.closed_at is null) then 1 else 0 end`;

/**
 * The lights of a round, worst first by default, a page at a time, within what the caller may see. Which projects stand on the
 * page is found in narrow indices alone; what makes a row wide is read of these few.
 */
@Injectable()
export class LightListQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
    private readonly search: LightSearch,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: LightQuery, locale: Locale): Promise<LightPage> {
    const manager = this.uow.reader;
    const { page, size } = query;
    const round = await this.rounds.require(manager, query.year, query.month);
    const scope = await this.access.scope(user, 'lights.read', query.organisationId);
    const condition = await this.search.condition(manager, round, scope, query);
    const total = query.total ?? (await this.search.count(manager, condition));
    const ids = await this.search.page(manager, condition, query);
    const rows = await this.rows(manager, round.id, ids);
    return { items: rows.map((row) => lightRow(row, locale)), total, page, size };
  }

  /** In the order of the ids. A project that has gone meanwhile is left out. */
  private async rows(manager: EntityManager, roundId: string, ids: readonly string[]): Promise<readonly Row[]> {
    if (ids.length === 0) return [];
    const sql = `
      select p.id as projectId, p.code as code, p.name as name, p.is_key as isKey, o.id as organisationId,
             o.name as organisationName, l.assessment as assessment, l.reason as reason,
             l.expenditure_source as expenditureSource, l.released_fen as releasedFen, l.received_fen as receivedFen,
             r.status as reportStatus, r.self_approved as selfApproved, ${COMMENTS} as comments,
             ${REOPENED} as reopened, l.computed_at as computedAt
      from project_light l
      join project p on p.id = l.project_id
      join organisation o on o.id = l.organisation_id
      left join project_report r on r.round_id = l.round_id and r.project_id = l.project_id
      where l.round_id = ? and l.project_id in (${placeholders(ids.length)})`;
    const rows = await manager.query<Row[]>(sql, [roundId, ...ids]);
    const byProject = new Map(rows.map((row) => [row.projectId, row]));
    return ids.flatMap((id) => byProject.get(id) ?? []);
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
    selfApproved: Boolean(row.selfApproved),
    comments: Number(row.comments),
    reopened: Number(row.reopened) === 1,
    computedAt: row.computedAt,
  };
}

/** Money comes as text from MySQL. */
const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));
