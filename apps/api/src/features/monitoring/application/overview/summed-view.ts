import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { LightSums, type Figure, type Key, type LightSum } from '../../persistence/light-sums.repository.js';
import { SummarySources } from './summary-sources.js';
import { UnitsInScopeQuery, type UnitInScope } from './units-in-scope.query.js';

/** A part of the tree in some rounds, ready to be summed up by whatever is shown. */
export interface SummedView {
  /** In the order of their names. */
  readonly units: readonly UnitInScope[];
  readonly refreshing: (roundId: string) => boolean;
  /** @returns a group in several parts where several places have a part of it */
  readonly sums: <F extends Figure, K extends Key>(
    roundIds: readonly string[],
    by: readonly K[],
    figures: readonly F[],
  ) => Promise<readonly LightSum<F, K>[]>;
}

@Injectable()
export class SummedViews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly units: UnitsInScopeQuery,
    private readonly sources: SummarySources,
    private readonly lightSums: LightSums,
  ) {}

  async of(roundIds: readonly string[], paths: readonly string[]): Promise<SummedView> {
    const manager = this.uow.reader;
    const units = await this.units.run(manager, paths);
    const { sources, refreshing } = await this.sources.of(manager, roundIds, new Set(units.map(({ id }) => id)));
    const within = await this.units.within(manager, paths);
    return {
      units,
      refreshing,
      sums: (ids, by, figures) => {
        const wanted = sources.filter(({ roundId }) => ids.includes(roundId));
        return this.lightSums.of(manager, wanted, within, by, figures);
      },
    };
  }
}
