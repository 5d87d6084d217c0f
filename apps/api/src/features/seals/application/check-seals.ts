import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { Pace } from '../../../platform/runtime/pace.js';
import { AuditLog } from '../../audit/index.js';
import { ReopeningRepository, RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import type { SealCheckPayload } from '../jobs/seal-check.jobs.js';
import { SealCheckRepository } from '../persistence/seal-check.repository.js';
import { SealRepository } from '../persistence/seal.repository.js';
import { VerifySealsQuery, type ChainVerification, type SealVerification } from './verify-seals.query.js';

/** Kept of each list; who changed everything need not be told every row. */
const MOST_KEPT = 200;
/** A round that is locked or reopened while it is checked is checked anew so many times. */
const MOST_STARTS = 3;

/**
 * Verifies a round against its seals and keeps the result, written as a whole at the end: a check that is cut off leaves the
 * result of the one before.
 */
@Injectable()
export class CheckSeals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly reopenings: ReopeningRepository,
    private readonly seals: SealRepository,
    private readonly verify: VerifySealsQuery,
    private readonly checks: SealCheckRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `seal-check-disturbed` where the round was locked or reopened again and again meanwhile */
  async run(request: SealCheckPayload, pace: Pace): Promise<void> {
    for (let start = 1; start <= MOST_STARTS; start += 1) {
      if (await this.attempt(request, pace)) return;
    }
    throw new DomainError('seal-check-disturbed');
  }

  /** @returns false where the round is no longer what it was when the check began, so that nothing was kept */
  private async attempt(request: SealCheckPayload, pace: Pace): Promise<boolean> {
    const { reader } = this.uow;
    const before = await this.stateOf(reader, request.roundId);
    const round = await this.rounds.byId(reader, request.roundId);
    if (round === null) throw new DomainError('not-found');
    const chain = await this.verify.chain();
    const verified = await this.verify.round(round.year, round.month, pace);
    return this.uow.run(async (manager) => {
      // Held, so that nobody locks or reopens it before the result is stored.
      await this.rounds.holdById(manager, round.id, 'shared');
      const now = await this.stateOf(manager, round.id);
      if (now.key !== before.key) return false;
      await this.keep(manager, { request, round, chain, verified, sealVersion: now.sealVersion });
      return true;
    });
  }

  /** What the round is compared with, and what of it may differ from that. */
  private async stateOf(manager: EntityManager, roundId: string): Promise<RoundState> {
    const sealVersion = (await this.seals.ofRound(manager, roundId)).at(-1)?.version ?? null;
    const reopened = (await this.reopenings.live(manager, roundId)).map(({ id }) => id);
    return { sealVersion, key: [sealVersion, ...reopened].join(' ') };
  }

  private async keep(
    manager: EntityManager,
    { request, round, chain, verified, sealVersion }: CheckedRound,
  ): Promise<void> {
    const { projects, seals, reopened } = verified;
    const findings = [...chain.findings, ...verified.findings];
    const deviationCount = verified.deviations.length;
    const deviations = verified.deviations.slice(0, MOST_KEPT);
    await this.checks.put(manager, {
      id: newId(),
      roundId: round.id,
      checkedAt: this.clock.now(),
      checkedBy: request.actor,
      sealVersion,
      projects,
      deviationCount,
      result: { deviations, seals, reopened, findings: findings.slice(0, MOST_KEPT) },
    });
    const intact = findings.length === 0 && deviationCount === 0;
    await this.audit.record(manager, {
      actor: request.actor,
      onBehalfOf: request.onBehalfOf,
      action: 'seals.verify',
      subject: `round/${round.year}-${round.month}`,
      after: { intact, projects, deviations: deviationCount, findings: findings.length },
      remoteAddress: request.remoteAddress,
    });
  }
}

interface RoundState {
  readonly sealVersion: number | null;
  readonly key: string;
}

interface CheckedRound {
  readonly request: SealCheckPayload;
  readonly round: MonitoringRound;
  readonly chain: ChainVerification;
  readonly verified: SealVerification;
  readonly sealVersion: number | null;
}
