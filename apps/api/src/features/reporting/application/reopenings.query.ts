import type { ReportState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { belowPaths } from '../../organisations/index.js';
import type { ReopeningList } from '../http/reopenings.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import type { ReopeningEnd } from '../persistence/report-reopening.entity.js';
import { RoundRepository } from '../persistence/round.repository.js';

interface Row {
  readonly id: string;
  readonly projectId: string;
  readonly projectCode: string | null;
  readonly projectName: string;
  readonly organisationName: string;
  readonly indicatorId: string | null;
  readonly indicatorName: string | null;
  readonly reason: string;
  readonly expiresOn: string;
  readonly openedBy: string;
  readonly openedAt: string;
  readonly reportStatus: ReportState;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly closedHow: ReopeningEnd | null;
}

const REOPENINGS = `
  select q.id as id, p.id as projectId, p.code as projectCode, p.name as projectName, o.name as organisationName,
         q.lineage_id as indicatorId, q.indicator_name as indicatorName, q.reason as reason, q.expires_on as expiresOn,
         q.opened_by as openedBy, q.opened_at as openedAt, r.status as reportStatus, q.closed_at as closedAt,
         q.closed_by as closedBy, q.closed_how as closedHow
  from report_reopening q
  join project p on p.id = q.project_id
  join organisation o on o.id = p.organisation_id
  join project_report r on r.round_id = q.round_id and r.project_id = q.project_id`;
const ORDER = 'case when q.closed_at is null then 0 else 1 end, q.opened_at desc, q.id desc';

/** The reopenings of a round within what the caller manages: the live ones first, then the newest. */
@Injectable()
export class ReopeningsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `round-not-found` */
  async run(user: CurrentUser, { year, month }: Pick<MonitoringRound, 'year' | 'month'>): Promise<ReopeningList> {
    const round = await this.rounds.require(this.uow.reader, year, month);
    const scope = belowPaths('o.path', scopeOf(user, 'rounds.manage'));
    const sql = `${REOPENINGS} where q.round_id = ? and ${scope.sql} order by ${ORDER}`;
    const rows = await this.uow.reader.query<Row[]>(sql, [round.id, ...scope.params]);
    return { items: await this.names.beside(this.uow.reader, rows, 'openedBy', 'closedBy') };
  }
}
