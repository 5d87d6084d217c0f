import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { belowPaths, OrganisationAccess } from '../../organisations/index.js';
import { ProjectDetailQuery, TargetRepository } from '../../targets/index.js';
import type { SheetPage, SheetQuery as SheetWishes } from '../http/sheet.dto.js';
import { ReportAttachmentRepository } from '../persistence/report-attachment.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { ReportQuery } from './report.query.js';

interface Row {
  readonly projectId: string;
  readonly organisationId: string;
  readonly organisationName: string;
}

interface RoundOfSheet {
  readonly year: number;
  readonly month: number;
}

interface Condition {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

const FROM = 'from project p join organisation o on o.id = p.organisation_id';

/**
 * The reports of many projects on one sheet: targets, stored reports, the round before, the treasury's figures and the
 * warnings of a page of projects, in a number of statements that does not depend on how many they are.
 */
@Injectable()
export class SheetQuery {
  /** One sheet after the other: when all clerks open theirs at once, saves would else wait for the reading of them all. */
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
    private readonly targets: TargetRepository,
    private readonly details: ProjectDetailQuery,
    private readonly reports: ReportQuery,
    private readonly attachments: ReportAttachmentRepository,
  ) {}

  /**
   * The projects that the caller reports on, else those that the caller may see; within one organisation where it is named.
   * @throws DomainError `round-not-found`, `not-found` for an organisation out of reach
   */
  run(user: CurrentUser, at: RoundOfSheet, wishes: SheetWishes, locale: Locale): Promise<SheetPage> {
    const mine = this.tail.then(() => this.read(user, at, wishes, locale));
    this.tail = mine.catch(() => undefined);
    return mine;
  }

  private async read(
    user: CurrentUser,
    { year, month }: RoundOfSheet,
    { organisationId, search, page, size }: SheetWishes,
    locale: Locale,
  ): Promise<SheetPage> {
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, year, month);
    const where = condition(year, month, await this.pathsFor(user, organisationId), search);
    const countSql = `select count(*) as total ${FROM} where ${where.sql}`;
    const [count] = await manager.query<{ total: number | string }[]>(countSql, [...where.params]);
    const sql = `select p.id as projectId, o.id as organisationId, o.name as organisationName
                 ${FROM} where ${where.sql} order by o.path, p.name, p.id limit ? offset ?`;
    const rows = await manager.query<Row[]>(sql, [...where.params, size, (page - 1) * size]);
    const targets = await this.targetsOf(rows, round.id);
    const organisations = new Map(
      rows.map((row) => [row.organisationId, { id: row.organisationId, name: row.organisationName }]),
    );
    const projects = new Map((await this.details.views(targets, organisations)).map((view) => [view.id, view]));
    const files = await this.attachments.counts(manager, round.id, [...projects.keys()]);
    const items = (await this.reports.views(round, targets, locale)).flatMap((report) => {
      const project = projects.get(report.projectId);
      const attachments = files.get(report.projectId) ?? 0;
      return project === undefined ? [] : [{ project, report, attachments }];
    });
    return { items, total: Number(count?.total ?? 0), page, size };
  }

  private async pathsFor(user: CurrentUser, organisationId: string | undefined): Promise<readonly string[]> {
    const permission = scopeOf(user, 'reports.write').length > 0 ? 'reports.write' : 'lights.read';
    return organisationId === undefined
      ? scopeOf(user, permission)
      : this.access.scope(user, 'lights.read', organisationId);
  }

  /** In the order of the rows; the targets that the round was opened with (R27). */
  private async targetsOf(rows: readonly Row[], roundId: string) {
    const found = await this.targets.ofProjects(
      this.uow.reader,
      rows.map(({ projectId }) => projectId),
      roundId,
    );
    const byId = new Map(found.map((target) => [target.project.id, target]));
    return rows.flatMap(({ projectId }) => byId.get(projectId) ?? []);
  }
}

/** Projects that had been added by the end of the round's month. */
function condition(year: number, month: number, paths: readonly string[], search: string | undefined): Condition {
  const scope = belowPaths('o.path', paths);
  const parts = ['p.year = ?', 'p.start_month <= ?', scope.sql];
  const params: (string | number)[] = [year, month, ...scope.params];
  const wanted = search?.trim().toLowerCase();
  if (wanted) {
    const pattern = `%${wanted.replace(/[!%_]/g, '!$&')}%`;
    parts.push(`(lower(p.name) like ? escape '!' or lower(p.code) like ? escape '!')`);
    params.push(pattern, pattern);
  }
  return { sql: parts.join(' and '), params };
}
