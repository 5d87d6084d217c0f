import type { Problem } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { ReopeningRepository } from '../persistence/reopening.repository.js';
import type { ReportReopening } from '../persistence/report-reopening.entity.js';
import { requireOpen } from './require-open.js';

/** The unit corrects until the end of the last day; who checks what was handed in by then may do so afterwards. */
export type Hand = 'unit' | 'reviewer';

type Round = Pick<MonitoringRound, 'id' | 'status' | 'year' | 'month'>;
const NONE: ReadonlyMap<string, ReportReopening> = new Map();

/** Which reports of a round may be written: all of an open one, and of a locked one those that are reopened. */
@Injectable()
export class WritableReports {
  constructor(
    private readonly reopenings: ReopeningRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `round-not-open`, or `round-locked` where nothing at all of the round is reopened */
  async requireAny(manager: EntityManager, round: Round): Promise<void> {
    if (round.status !== 'locked') return requireOpen(round);
    if ((await this.reopenings.live(manager, round.id)).length === 0) requireOpen(round);
  }

  /**
   * Ask while the projects are held, so that no reopening ends in between.
   * @returns the live reopenings by project; none in an open round
   * @throws DomainError `round-not-open`, `round-locked` where one of these projects is not reopened, `reopening-expired`
   */
  async require(
    manager: EntityManager,
    round: Round,
    projectIds: readonly string[],
    hand: Hand,
  ): Promise<ReadonlyMap<string, ReportReopening>> {
    if (round.status !== 'locked') {
      requireOpen(round);
      return NONE;
    }
    const live = await this.live(manager, round, projectIds);
    for (const projectId of projectIds) {
      const refusal = this.refusalOf(round, live.get(projectId), hand);
      if (refusal !== null) throw DomainError.of(refusal);
    }
    return live;
  }

  /** The live reopenings of these projects, expired ones among them; none in an open round. */
  live(
    manager: EntityManager,
    { id, status }: Round,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReportReopening>> {
    return status === 'locked' ? this.reopenings.liveOf(manager, id, projectIds) : Promise.resolve(NONE);
  }

  /** Why a project with this live reopening, or without one, may not be written; null where it may. */
  refusalOf({ status, year, month }: Round, reopening: ReportReopening | undefined, hand: Hand): Problem | null {
    if (status !== 'locked') return null;
    if (reopening === undefined) return { code: 'round-locked', params: { year, month } };
    const { expiresOn } = reopening;
    const isOver = hand === 'unit' && this.clock.today() > expiresOn;
    return isOver ? { code: 'reopening-expired', params: { expiresOn } } : null;
  }
}
