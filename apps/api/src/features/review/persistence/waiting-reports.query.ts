import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belowPaths } from '../../organisations/index.js';
import type { ReviewQuery, WaitingState } from '../http/review.dto.js';

/** Where the caller approves and where he accepts: paths of organisations. */
export interface ReviewScope {
  readonly approve: readonly string[];
  readonly accept: readonly string[];
}

export interface WaitingReport {
  readonly projectId: string;
  readonly code: string | null;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly status: WaitingState;
  readonly waitingSince: string;
  /** As stored with the light, in JSON; null until it is computed. */
  readonly assessment: string | null;
}

export interface WaitingCounts {
  readonly submitted: number;
  readonly unitApproved: number;
  readonly anomalies: number;
}

const FROM = `
  from project_report r
  join project p on p.id = r.project_id
  join organisation o on o.id = p.organisation_id
  left join project_light l on l.round_id = r.round_id and l.project_id = r.project_id`;
const SINCE = `case when r.status = 'submitted' then r.submitted_at else r.approved_at end`;
const ODD = `r.anomalies <> '[]'`;
const ORDER: Readonly<Record<ReviewQuery['sort'], string>> = {
  urgent: `case when ${ODD} then 0 else 1 end, ${SINCE}, p.id`,
  oldest: `${SINCE}, p.id`,
};

/** Reports of a round that wait for somebody who approves or accepts, a page at a time. */
@Injectable()
export class WaitingReportsQuery {
  async page(
    manager: EntityManager,
    roundId: string,
    scope: ReviewScope,
    query: ReviewQuery,
  ): Promise<readonly WaitingReport[]> {
    const where = condition(roundId, scope, query);
    const sql = `
      select p.id as projectId, p.code as code, p.name as name, o.id as organisationId, o.name as organisationName,
             r.status as status, ${SINCE} as waitingSince, l.assessment as assessment
      ${FROM} where ${where.sql} order by ${ORDER[query.sort]} limit ? offset ?`;
    return manager.query<WaitingReport[]>(sql, [...where.params, query.size, (query.page - 1) * query.size]);
  }

  async counts(
    manager: EntityManager,
    roundId: string,
    scope: ReviewScope,
    query: ReviewQuery,
  ): Promise<WaitingCounts> {
    const where = condition(roundId, scope, query);
    const sql = `select r.status as status, count(*) as waiting, sum(case when ${ODD} then 1 else 0 end) as odd
                 ${FROM} where ${where.sql} group by r.status`;
    const rows = await manager.query<{ status: WaitingState; waiting: number | string; odd: number | string }[]>(
      sql,
      where.params,
    );
    const of = (status: WaitingState): number => Number(rows.find((row) => row.status === status)?.waiting ?? 0);
    const anomalies = rows.reduce((sum, { odd }) => sum + Number(odd), 0);
    return { submitted: of('submitted'), unitApproved: of('unitApproved'), anomalies };
  }
}

/** What was found odd later, as a treasury figure that came after the report, is shown with it but not filtered by. */
function condition(roundId: string, scope: ReviewScope, { state, light, anomalies }: ReviewQuery) {
  const approve = belowPaths('o.path', scope.approve);
  const accept = belowPaths('o.path', scope.accept);
  const waits = `((r.status = 'submitted' and ${approve.sql}) or (r.status = 'unitApproved' and ${accept.sql}))`;
  const parts = ['r.round_id = ?', waits];
  const params: string[] = [roundId, ...approve.params, ...accept.params];
  if (state !== undefined) {
    parts.push('r.status = ?');
    params.push(state);
  }
  if (light !== undefined) {
    parts.push('l.light = ?');
    params.push(light);
  }
  if (anomalies) parts.push(ODD);
  return { sql: parts.join(' and '), params };
}
