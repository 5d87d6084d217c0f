import type { ApprovalState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { belowPaths, OrganisationAccess } from '../../organisations/index.js';
import type { TargetApprovalPage, TargetApprovalQueryInput } from '../http/target-approvals.dto.js';
import { LAST_APPROVAL } from '../persistence/last-approval.query.js';

type Item = Omit<TargetApprovalPage['items'][number], 'decidedByName'>;
type Row = Omit<Item, 'planMissing' | 'initialBudgetFen' | 'indicatorCount'> & {
  readonly initialBudgetFen: number | string | null;
  readonly indicatorCount: number | string;
  readonly checkpoints: number | string;
};

const FROM = `
  from project p
  join organisation o on o.id = p.organisation_id
  join target_version v on v.project_id = p.id and v.version = p.current_version
  ${LAST_APPROVAL}`;

const STATE = `coalesce(a.state, 'draft')`;

/** The targets in force of a year with what was decided of them, by unit and name. */
@Injectable()
export class TargetApprovalsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationAccess,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: TargetApprovalQueryInput): Promise<TargetApprovalPage> {
    const { year, state, page, size } = query;
    const scope = belowPaths('o.path', await this.organisations.scope(user, 'lights.read', query.organisationId));
    const params: (string | number)[] = [year, ...scope.params];
    const inScope = `${FROM} where p.year = ? and ${scope.sql}`;
    const counts = await this.counts(inScope, params);
    const chosen = state === undefined ? null : state === 'unapproved' ? `${STATE} <> 'approved'` : `${STATE} = ?`;
    const where = chosen === null ? inScope : `${inScope} and ${chosen}`;
    const filtered = chosen?.endsWith('?') ? [...params, state ?? ''] : params;
    const sql = `
      select p.id as projectId, p.name as projectName, p.code as projectCode, o.id as organisationId,
             o.name as organisationName, v.version as version, ${STATE} as state,
             v.initial_budget_fen as initialBudgetFen, a.document_number as documentNumber,
             a.document_date as documentDate, a.message as message, a.decided_by as decidedBy,
             a.decided_at as decidedAt,
             (select count(*) from indicator i where i.target_version_id = v.id) as indicatorCount,
             (select count(*) from schedule_checkpoint s where s.target_version_id = v.id) as checkpoints
      ${where} order by o.path, p.name, p.id limit ? offset ?`;
    const rows = await this.uow.reader.query<Row[]>(sql, [...filtered, size, (page - 1) * size]);
    const total = Object.entries(counts)
      .filter(([each]) => state === undefined || state === each || (state === 'unapproved' && each !== 'approved'))
      .reduce((sum, [, count]) => sum + count, 0);
    const items = await this.names.beside(this.uow.reader, rows.map(item), 'decidedBy');
    return { items, total, page, size, counts };
  }

  private async counts(where: string, params: readonly (string | number)[]): Promise<TargetApprovalPage['counts']> {
    const sql = `select ${STATE} as state, count(*) as projects ${where} group by ${STATE}`;
    const rows = await this.uow.reader.query<{ state: ApprovalState; projects: number | string }[]>(sql, [...params]);
    const counts = { draft: 0, reviewed: 0, approved: 0, returned: 0 };
    for (const { state, projects } of rows) counts[state] = Number(projects);
    return counts;
  }
}

const item = ({ checkpoints, initialBudgetFen, indicatorCount, ...row }: Row): Item => ({
  ...row,
  initialBudgetFen: initialBudgetFen === null ? null : Number(initialBudgetFen),
  indicatorCount: Number(indicatorCount),
  planMissing: Number(checkpoints) === 0,
});
