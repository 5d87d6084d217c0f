import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents, type PayloadOf } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditChain } from '../../audit/index.js';
import { ReportStatesQuery, roundLocked, RoundRepository } from '../../reporting/index.js';
import type { RoundSeal } from '../persistence/round-seal.entity.js';
import { SealRepository } from '../persistence/seal.repository.js';
import { contentHashOf, sealHash } from './seal-hash.js';
import { TakeSnapshot } from './take-snapshot.js';

/**
 * Seals a round in the transaction that locks it, so that no round is locked without its seal. Each seal names the one
 * before, of whatever round: none can be changed or taken away without all that follow showing it. It also names the end
 * of the audit trail as it was before the lock, so that whoever rewrites the trail up to there must rewrite the seals too.
 */
@Injectable()
export class SealRound implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly rounds: RoundRepository,
    private readonly states: ReportStatesQuery,
    private readonly snapshot: TakeSnapshot,
    private readonly seals: SealRepository,
    private readonly audit: AuditChain,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(roundLocked, (manager, locked) => this.run(manager, locked));
  }

  private async run(manager: EntityManager, { roundId, actor, pace }: PayloadOf<typeof roundLocked>): Promise<void> {
    const round = await this.rounds.holdById(manager, roundId, 'exclusive');
    const id = newId();
    const { partHashes, projects, indicators } = await this.snapshot.run(manager, round, id, pace);
    const chain = await this.seals.holdChain(manager);
    const trail = await this.audit.head(manager);
    const earlier = await this.seals.ofRound(manager, roundId);
    const seal: Omit<RoundSeal, 'hash'> = {
      id,
      seq: chain.seq + 1,
      roundId,
      version: (earlier.at(-1)?.version ?? 0) + 1,
      createdAt: this.clock.now(),
      createdBy: actor,
      previousHash: chain.hash,
      contentHash: contentHashOf(partHashes),
      rulePackRef: round.rulePackRef,
      parts: partHashes.length,
      projects,
      indicators,
      states: await this.states.run(manager, round),
      auditSeq: trail.seq,
      auditHash: trail.hash,
    };
    await this.seals.add(manager, { ...seal, hash: sealHash(seal) });
  }
}
