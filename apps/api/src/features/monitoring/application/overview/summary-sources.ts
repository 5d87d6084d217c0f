import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LightSummaryRepository, type Unsummed } from '../../persistence/light-summary.repository.js';
import type { RoundSource } from '../../persistence/light-sums.repository.js';

/** As many lights are summed up on the spot: some ten milliseconds. */
const AT_ONCE = 2_000;

export interface RoundSources {
  readonly sources: readonly RoundSource[];
  /** Whether lights in view of one of the rounds have changed that are still to be summed up. */
  readonly refreshing: (roundId: string) => boolean;
}

/**
 * Decides what to sum up on the spot, so that nobody has to wait for a job to see what was just approved: the units that
 * have changed, or a whole round that is small or was never summed up. Where too much has changed, as while a large round is
 * judged anew, the stored sums are shown, which are those of a moment ago, and said to be.
 */
@Injectable()
export class SummarySources {
  constructor(private readonly summaries: LightSummaryRepository) {}

  /** @param units ids of the units in view */
  async of(manager: EntityManager, roundIds: readonly string[], units: ReadonlySet<string>): Promise<RoundSources> {
    const unsummed = await this.summaries.unsummed(manager, roundIds);
    const sources: RoundSource[] = [];
    const waiting = new Set<string>();
    for (const [roundId, all] of unsummed) {
      const inView = { ...all, units: all.units.filter((unit) => units.has(unit)) };
      if (inView.whole || inView.units.length > 0) waiting.add(roundId);
      sources.push({ roundId, direct: await this.direct(manager, roundId, inView, [...units]) });
    }
    return { sources, refreshing: (roundId) => waiting.has(roundId) };
  }

  private async direct(
    manager: EntityManager,
    roundId: string,
    { refreshedAt, whole, units: changed }: Unsummed,
    inView: readonly string[],
  ): Promise<RoundSource['direct']> {
    if (refreshedAt === null) return 'all';
    const isLarge = (units: readonly string[]) => this.summaries.hasMoreThan(manager, AT_ONCE, roundId, units);
    if (whole && !(await isLarge(inView))) return 'all';
    return changed.length === 0 || (await isLarge(changed)) ? [] : changed;
  }
}
