import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { RoundSealPart } from './round-seal-part.entity.js';
import { RoundSeal } from './round-seal.entity.js';
import type { SealChain } from './seal-chain.entity.js';
import { SealChainRepository } from './seal-chain.repository.js';

const CHAIN = 'rounds';

/** Adds seals and reads them. There is no way to change or delete one. */
@Injectable()
export class SealRepository {
  constructor(private readonly chains: SealChainRepository) {}

  /** The end of the chain, held until the transaction ends, so that seals come one after the other. */
  holdChain(manager: EntityManager): Promise<SealChain> {
    return this.chains.hold(manager, CHAIN);
  }

  /** The end of the chain for reading; null where there was never a seal. */
  chain(manager: EntityManager): Promise<SealChain | null> {
    return this.chains.find(manager, CHAIN);
  }

  async add(manager: EntityManager, seal: RoundSeal): Promise<void> {
    await insertRows(manager, RoundSeal, [seal]);
    await this.chains.moveOn(manager, CHAIN, { seq: seal.seq, hash: seal.hash });
  }

  async addPart(manager: EntityManager, part: RoundSealPart): Promise<void> {
    await insertRows(manager, RoundSealPart, [part]);
  }

  /** All seals in the order of the chain. */
  all(manager: EntityManager): Promise<RoundSeal[]> {
    return manager.find(RoundSeal, { order: { seq: 'ASC' } });
  }

  /** The seals of a round, oldest first. */
  ofRound(manager: EntityManager, roundId: string): Promise<RoundSeal[]> {
    return manager.find(RoundSeal, { where: { roundId }, order: { version: 'ASC' } });
  }

  part(manager: EntityManager, sealId: string, ordinal: number): Promise<RoundSealPart | null> {
    return manager.findOneBy(RoundSealPart, { sealId, ordinal });
  }
}
