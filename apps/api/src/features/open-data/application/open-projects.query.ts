import { explainProject } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BYTE_ORDER_MARK, csvLine } from '../../../platform/documents/csv-line.js';
import { EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import { SealRepository } from '../../seals/index.js';
import { EvaluationRecords, type EvaluationOfProject } from '../../self-evaluation/index.js';
import type { OpenDataFileQuery, OpenDataQuery, OpenProject, OpenProjectPage } from '../http/open-data.dto.js';
import { OpenProjects, type LockedProject } from '../persistence/open-projects.repository.js';
import { columnNames, OPEN_FIELDS } from './open-fields.js';

const PAGE = 200;

/** Projects of a locked round for disclosure, within the caller's reach. */
@Injectable()
export class OpenProjectsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly rounds: RoundRepository,
    private readonly seals: SealRepository,
    private readonly projects: OpenProjects,
    private readonly records: EvaluationRecords,
  ) {}

  /** @throws DomainError `not-found` for a unit out of reach, `round-not-found`, `round-not-disclosed` */
  async page(user: CurrentUser, query: OpenDataQuery, locale: Locale): Promise<OpenProjectPage> {
    const { year, month, page, size } = query;
    const { round, lockedAt, paths } = await this.open(user, query);
    const { reader } = this.uow;
    const seal = (await this.seals.ofRound(reader, round.id)).at(-1);
    const rows = await this.projects.page(reader, round.id, paths, (page - 1) * size, size);
    return {
      year,
      month,
      lockedAt,
      sealVersion: seal?.version ?? null,
      sealHash: seal?.hash ?? null,
      items: [...(await this.disclosed(round, rows, locale))],
      total: await this.projects.count(reader, round.id, paths),
      page,
      size,
    };
  }

  /** All of them as CSV. @throws DomainError as `page` */
  async file(
    user: CurrentUser,
    query: OpenDataFileQuery,
    locale: Locale,
  ): Promise<{ readonly file: string; readonly bytes: Buffer }> {
    const { round, paths } = await this.open(user, query);
    const lines = [BYTE_ORDER_MARK + csvLine(columnNames(locale))];
    for (let offset = 0; ; offset += PAGE) {
      const rows = await this.projects.page(this.uow.reader, round.id, paths, offset, PAGE);
      for (const project of await this.disclosed(round, rows, locale)) {
        lines.push(csvLine(OPEN_FIELDS.map((field) => project[field])));
      }
      if (rows.length < PAGE) break;
    }
    return { file: `${FILE_NAME[locale]}-${query.year}-${query.month}.csv`, bytes: Buffer.from(lines.join('')) };
  }

  private async open(user: CurrentUser, { year, month, organisationId }: OpenDataFileQuery) {
    const paths = await this.access.scope(user, 'lights.read', organisationId);
    const round = await this.rounds.require(this.uow.reader, year, month);
    const { lockedAt } = round;
    if (round.status !== 'locked' || lockedAt === null) throw new DomainError('round-not-disclosed', { year, month });
    return { round, lockedAt, paths };
  }

  private async disclosed(
    round: MonitoringRound,
    rows: readonly LockedProject[],
    locale: Locale,
  ): Promise<readonly OpenProject[]> {
    const departments = await this.projects.departments(
      this.uow.reader,
      rows.map(({ unitPath }) => unitPath),
    );
    const evaluations = await this.accepted(round.year, rows);
    return rows.map((row) => {
      const nearest = row.unitPath.split('/').findLast((id) => departments.has(id)) ?? '';
      const beside = { department: departments.get(nearest), evaluation: evaluations.get(row.id) };
      return openProject(round, row, beside, locale);
    });
  }

  /** Their self-evaluations that finance has accepted, by project. */
  private async accepted(
    year: number,
    rows: readonly LockedProject[],
  ): Promise<ReadonlyMap<string, EvaluationOfProject>> {
    const found = new Map<string, EvaluationOfProject>();
    const projectIds = rows.map(({ id }) => id);
    for await (const some of this.records.chunks(this.uow.reader, { year, paths: [EVERYWHERE], projectIds })) {
      for (const each of some) if (each.row.state === 'accepted') found.set(each.row.projectId, each);
    }
    return found;
  }
}

/** What else is disclosed of a project; undefined where there is none. */
interface Beside {
  readonly department: { readonly code: string; readonly name: string } | undefined;
  readonly evaluation: EvaluationOfProject | undefined;
}

/** Field by field: what is added to a stored light is not disclosed by itself. */
function openProject(
  { year, month }: MonitoringRound,
  { code, name, unitCode, unitName, lights }: LockedProject,
  { department, evaluation }: Beside,
  locale: Locale,
): OpenProject {
  const { assessment, adjustedBudgetFen, expenditureFen } = lights.project;
  const indicators = lights.indicators.map((each) => each.assessment);
  return {
    code,
    name,
    unitCode,
    unitName,
    departmentCode: department?.code ?? null,
    departmentName: department?.name ?? null,
    year,
    month,
    budgetFen: adjustedBudgetFen,
    expenditureFen,
    executionRate: assessment.spend.executionRate,
    light: assessment.light,
    spendLight: assessment.spend.light,
    goalLight: assessment.goals.light,
    reason: assessment.reason,
    explanation: explainProject({ ...assessment, goals: { ...assessment.goals, indicators } }, locale),
    points: evaluation?.scores.total ?? null,
    grade: evaluation?.scores.grade ?? null,
  };
}

const FILE_NAME: Readonly<Record<Locale, string>> = { zh: '绩效公开数据', en: 'open-data' };
