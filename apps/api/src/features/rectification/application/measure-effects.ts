import { effectOf, tellsEffect, type Light } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { Rectification } from '../persistence/rectification.entity.js';
import { RoundLightsQuery } from '../persistence/round-lights.query.js';
import { EndRectification } from './end-rectification.js';
import { BY_SYSTEM, KeepStep } from './keep-step.js';
import { rectificationStepped } from './rectification.events.js';

/**
 * Measures what accepted rectifications have brought, by the light of the next round (R27): where it has recovered they are
 * over, else the unit goes on.
 */
@Injectable()
export class MeasureEffects {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly lights: RoundLightsQuery,
    private readonly rows: FollowUpRepository,
    private readonly end: EndRectification,
    private readonly keep: KeepStep,
    private readonly events: DomainEvents,
  ) {}

  /** @param projectIds whose lights in the round may be new, some hundred at most; null for all */
  async ofRound(manager: EntityManager, roundId: string, projectIds: readonly string[] | null): Promise<void> {
    const round = await this.rounds.byId(manager, roundId);
    if (round === null) return;
    const settled = await this.lights.settled(
      manager,
      { id: roundId, isLocked: round.status === 'locked' },
      projectIds,
    );
    for (const { id, light } of settled) await this.measure(manager, id, round, light);
  }

  /** The next round may be over before a rectification is accepted. */
  async ofAccepted(manager: EntityManager, { projectId }: Rectification): Promise<void> {
    if (projectId === null) return;
    const latest = await this.lights.latest(manager, projectId);
    if (latest !== null) await this.ofRound(manager, latest.roundId, [projectId]);
  }

  private async measure(manager: EntityManager, id: string, round: MonitoringRound, light: Light): Promise<void> {
    const row = await this.rows.hold(manager, Rectification, id);
    if (row?.state !== 'accepted') return;
    const found = row.roundId === null ? null : await this.rounds.byId(manager, row.roundId);
    if (!tellsEffect({ round, light }, found, await this.last(manager, row))) return;
    const effect = effectOf(row.lightBefore, light);
    if (effect === null) return;
    const measured = { effect, lightAfter: light, effectRoundId: round.id };
    const isOver = effect === 'recovered';
    const after = isOver
      ? await this.end.run(manager, row, 'effective', measured)
      : await this.rows.change(manager, Rectification, row, { ...measured, state: 'underWay', message: null });
    const { year, month } = round;
    const step = isOver ? 'close' : 'no-effect';
    await this.keep.run(manager, id, BY_SYSTEM, {
      step,
      params: { effect, year, month, before: row.lightBefore, after: light },
      action: isOver ? 'rectifications.close' : 'rectifications.no-effect',
      subject: `rectification/${id}`,
      before: { state: row.state },
      after: { state: after.state, ...measured },
    });
    const { actor } = BY_SYSTEM;
    await this.events.publish(manager, rectificationStepped({ rectification: after, step, actor, text: null }));
  }

  private async last(manager: EntityManager, { effectRoundId, lightAfter }: Rectification) {
    if (effectRoundId === null || lightAfter === null) return null;
    const round = await this.rounds.byId(manager, effectRoundId);
    return round && { round, light: lightAfter };
  }
}
