import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { belowPaths, OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import type { AnalysisQuery, AsOf } from '../http/analysis-fields.dto.js';
import { UnitsToAnalyse } from '../persistence/units-to-analyse.query.js';
import type { OutlookFigures } from './outlook-figures.js';

/** A unit, with its department where it has one. */
export interface UnitRef {
  readonly organisationId: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
}

export interface OutlookOfUnit extends UnitRef {
  readonly isDepartment: boolean;
  readonly figures: OutlookFigures;
}

interface Row extends UnitRef {
  readonly kind: string;
  readonly figures: string;
  readonly computedAt: string;
}

const UNITS = `
  select o.id as organisationId, o.name as name, o.kind as kind, d.id as departmentId, d.name as departmentName,
         u.figures as figures, u.computed_at as computedAt
  from unit_outlook u
  join organisation o on o.id = u.organisation_id
  left join organisation d on d.id = o.parent_id and d.kind = 'department'`;

/** What is counted of the units in a round, within what the caller may see. */
@Injectable()
export class OutlooksQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
    private readonly units: UnitsToAnalyse,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(
    user: CurrentUser,
    { year, month, organisationId }: AnalysisQuery,
  ): Promise<{ round: MonitoringRound; paths: readonly string[]; asOf: AsOf; units: readonly OutlookOfUnit[] }> {
    const paths = await this.access.scope(user, 'lights.read', organisationId);
    const round = await this.rounds.require(this.uow.reader, year, month);
    const { units, computedAt } = await this.read(round.id, paths);
    const underWay = await this.units.isUnderWay(this.uow.reader, round.id);
    return { round, paths, asOf: { year, month, computedAt, underWay }, units };
  }

  /** Those of another round that is compared with. */
  async ofRound(roundId: string, paths: readonly string[]): Promise<readonly OutlookOfUnit[]> {
    return (await this.read(roundId, paths)).units;
  }

  private async read(roundId: string, paths: readonly string[]) {
    const scope = belowPaths('o.path', paths);
    const sql = `${UNITS} where u.round_id = ? and ${scope.sql} order by o.name, o.id`;
    const rows = await this.uow.reader.query<Row[]>(sql, [roundId, ...scope.params]);
    const instants = rows.map(({ computedAt }) => computedAt).sort();
    return {
      computedAt: instants[0] ?? null,
      units: rows.map((row) => ({
        organisationId: row.organisationId,
        name: row.name,
        departmentId: row.departmentId,
        departmentName: row.departmentName,
        isDepartment: row.kind === 'department',
        figures: JSON.parse(row.figures) as OutlookFigures,
      })),
    };
  }
}

export const refOf = ({ organisationId, name, departmentId, departmentName }: UnitRef): UnitRef => ({
  organisationId,
  name,
  departmentId,
  departmentName,
});
