import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../../platform/http/access.js';
import { OrganisationAccess, type SqlCondition } from '../../../organisations/index.js';
import { RoundRepository, type MonitoringRound } from '../../../reporting/index.js';
import type { OverviewQuery } from '../../http/overview.dto.js';
import { UnitsInScopeQuery } from './units-in-scope.query.js';

/** A round and the part of the tree that is looked at. */
export interface RoundInView {
  readonly round: MonitoringRound;
  readonly paths: readonly string[];
  /** Which units' lights are in view, as a condition on `l.organisation_id`. */
  readonly units: SqlCondition;
  /** The lights in view, of rows of `project_light l`. */
  readonly lights: SqlCondition;
}

/** What a caller sees of a round. */
@Injectable()
export class ViewOfRound {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
    private readonly units: UnitsInScopeQuery,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async of(user: CurrentUser, { year, month, organisationId }: OverviewQuery): Promise<RoundInView> {
    const paths = await this.access.scope(user, 'lights.read', organisationId);
    const round = await this.rounds.require(this.uow.reader, year, month);
    const units = await this.units.within(this.uow.reader, paths);
    return {
      round,
      paths,
      units,
      lights: { sql: `l.round_id = ? and ${units.sql}`, params: [round.id, ...units.params] },
    };
  }
}
