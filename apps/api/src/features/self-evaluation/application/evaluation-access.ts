import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, holdsAt, type Actor, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import {
  EvaluationPlacesQuery,
  type EvaluatedProject,
  type EvaluatedUnit,
} from '../persistence/evaluation-places.query.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';
import type { EvaluationYear } from '../persistence/evaluation-year.entity.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';

export interface PlacedEvaluation {
  readonly row: SelfEvaluation;
  readonly project: EvaluatedProject;
  readonly unit: EvaluatedUnit;
}

export interface HeldEvaluation extends PlacedEvaluation {
  readonly year: EvaluationYear;
  readonly by: Actor;
}

/** An evaluation in the version that the caller has seen. */
export interface AskedEvaluation {
  readonly id: string;
  readonly version: number;
}

/** The one place that decides whether a caller may touch a self-evaluation. */
@Injectable()
export class EvaluationAccess {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly years: EvaluationYearRepository,
    private readonly places: EvaluationPlacesQuery,
  ) {}

  /** @throws DomainError `not-found` for one that is not there or out of sight, so that nobody learns of it */
  async read(user: CurrentUser, id: string): Promise<PlacedEvaluation> {
    const row = await this.evaluations.find(this.uow.reader, id);
    if (row === null) throw new DomainError('not-found');
    return this.visible(this.uow.reader, user, row);
  }

  /**
   * Holds the year and the evaluation until the transaction ends.
   * @throws DomainError what `read` does, `forbidden`, `evaluation-changed` where somebody else changed it since
   */
  async hold(
    manager: EntityManager,
    user: CurrentUser,
    { id, version }: AskedEvaluation,
    permission: Permission,
  ): Promise<HeldEvaluation> {
    const seen = await this.evaluations.find(manager, id);
    if (seen === null) throw new DomainError('not-found');
    const year = await this.years.hold(manager, seen.year, 'shared');
    const [row] = await this.evaluations.hold(manager, [id]);
    if (row === undefined) throw new DomainError('not-found');
    const placed = await this.visible(manager, user, row);
    const { path } = placed.unit;
    if (!holdsAt(user, permission, path)) throw new DomainError('forbidden');
    if (row.version !== version) throw changed(row, version);
    return { ...placed, year, by: actorAt(user, permission, path) };
  }

  /**
   * The same for many; whether a person may take a step with one is for the step to say.
   * @returns also why one is left out: `not-found`, `evaluation-changed`
   */
  async holdMany(
    manager: EntityManager,
    user: CurrentUser,
    asked: readonly AskedEvaluation[],
  ): Promise<{
    readonly held: ReadonlyMap<string, PlacedEvaluation>;
    readonly refused: ReadonlyMap<string, DomainError>;
    readonly years: ReadonlyMap<number, EvaluationYear>;
  }> {
    const versions = new Map(asked.map(({ id, version }) => [id, version]));
    const seen = await this.evaluations.byIds(manager, [...versions.keys()]);
    const years = new Map<number, EvaluationYear>();
    for (const year of [...new Set(seen.map((row) => row.year))].sort((a, b) => a - b)) {
      years.set(year, await this.years.hold(manager, year, 'shared'));
    }
    const rows = await this.evaluations.hold(manager, [...versions.keys()]);
    const places = await this.places.of(manager, rows);
    const held = new Map<string, PlacedEvaluation>();
    const refused = new Map([...versions.keys()].map((id) => [id, new DomainError('not-found')]));
    for (const row of rows) {
      const unit = places.unit(row.organisationId);
      if (!holdsAt(user, 'lights.read', unit.path)) continue;
      const version = versions.get(row.id) ?? 0;
      if (version !== row.version) {
        refused.set(row.id, changed(row, version));
        continue;
      }
      refused.delete(row.id);
      held.set(row.id, { row, unit, project: places.project(row.projectId) });
    }
    return { held, refused, years };
  }

  /** Where it belongs; null where the reader may not see it. */
  async visibleOrNull(
    manager: EntityManager,
    user: CurrentUser,
    row: SelfEvaluation,
  ): Promise<PlacedEvaluation | null> {
    const places = await this.places.of(manager, [row]);
    const unit = places.unit(row.organisationId);
    return holdsAt(user, 'lights.read', unit.path) ? { row, unit, project: places.project(row.projectId) } : null;
  }

  private async visible(manager: EntityManager, user: CurrentUser, row: SelfEvaluation): Promise<PlacedEvaluation> {
    const placed = await this.visibleOrNull(manager, user, row);
    if (placed === null) throw new DomainError('not-found');
    return placed;
  }
}

/** Says who saved last and when, so that the other one can be told whose work it is. */
const changed = ({ version: current, updatedBy, updatedAt }: SelfEvaluation, version: number): DomainError =>
  new DomainError('evaluation-changed', { version, current, savedBy: updatedBy, savedAt: updatedAt });
