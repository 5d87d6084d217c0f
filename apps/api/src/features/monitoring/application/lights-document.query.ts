import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { belowPaths, OrganisationAccess, OrganisationRepository } from '../../organisations/index.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { RoundRepository } from '../../reporting/index.js';
import { LightRepository } from '../persistence/light.repository.js';
import type { StoredIndicatorLight, StoredProjectAssessment } from '../persistence/project-light.entity.js';

interface Row {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly assessment: string;
}

const SQL = `
  select l.id as id, p.code as code, p.name as name, l.assessment as assessment
  from project_light l join project p on p.id = l.project_id join organisation o on o.id = l.organisation_id`;
const ORDER = `l.light_rank, case when l.gap_to_plan is null then 1 else 0 end, l.gap_to_plan, p.name, p.id`;

const CHUNK = 500;

/** The document that `lights --json` prints: all lights of a round, worst first. */
export type LightsDocument = Awaited<ReturnType<LightsDocumentQuery['run']>>;

@Injectable()
export class LightsDocumentQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
    private readonly organisations: OrganisationRepository,
    private readonly lights: LightRepository,
  ) {}

  /** @throws DomainError `round-not-found`, `unit-unknown` */
  async run(user: CurrentUser, year: number, month: number, unitCode?: string) {
    const round = await this.rounds.require(this.uow.reader, year, month);
    const scope = belowPaths('o.path', await this.paths(user, unitCode));
    const sql = `${SQL} where l.round_id = ? and ${scope.sql} order by ${ORDER}`;
    const rows = await this.uow.reader.query<Row[]>(sql, [round.id, ...scope.params]);
    const indicators = await this.indicators(rows.map(({ id }) => id));
    return {
      year,
      month,
      rulePack: round.rulePackRef,
      projects: rows.map((row) => projectDocument(row, indicators.get(row.id) ?? [])),
    };
  }

  private async paths(user: CurrentUser, unitCode: string | undefined): Promise<readonly string[]> {
    if (unitCode === undefined) return this.access.scope(user, 'lights.read');
    const unit = await this.organisations.byCode(unitCode);
    if (unit === null) throw new DomainError('unit-unknown', { unit: unitCode });
    return this.access.scope(user, 'lights.read', unit.id);
  }

  private async indicators(lightIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredIndicatorLight[]>> {
    const all = new Map<string, readonly StoredIndicatorLight[]>();
    for (let start = 0; start < lightIds.length; start += CHUNK) {
      const some = await this.lights.indicatorsOf(this.uow.reader, lightIds.slice(start, start + CHUNK));
      for (const [id, rows] of some) all.set(id, rows);
    }
    return all;
  }
}

function projectDocument({ code, name, assessment: text }: Row, indicators: readonly StoredIndicatorLight[]) {
  const assessment = JSON.parse(text) as StoredProjectAssessment;
  const { spend } = assessment;
  return {
    code,
    name,
    light: assessment.light,
    reason: assessment.reason,
    notReported: assessment.notReported,
    awaitingReport: assessment.awaitingReport,
    spend: {
      light: spend.light,
      executionRate: spend.executionRate,
      plannedRate: spend.plannedRate,
      straightLineRate: spend.straightLineRate,
      gapToPlan: spend.gapToPlan,
      gapToStraightLine: spend.gapToStraightLine,
      reason: spend.reason,
      planMissing: spend.planMissing,
      adjustedBudgetFen: spend.adjustedBudgetFen,
      expenditureFen: spend.expenditureFen,
      expenditureSource: spend.expenditureSource ?? null,
    },
    goals: {
      light: assessment.goals.light,
      indicators: indicators.map(({ assessment: each, inputs }) => ({
        name: each.name,
        level1: inputs.target.level1,
        level2: inputs.target.level2,
        rawValue: inputs.target.rawValue,
        light: each.light,
        completion: each.completion,
        reason: each.reason,
        result: each.result,
        standard: each.standard,
      })),
    },
  };
}
