import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { lockRows } from '../../../platform/database/row-locks.js';
import { RoundSealPart } from './round-seal-part.entity.js';
import { RoundSeal } from './round-seal.entity.js';
import { SealChain } from './seal-chain.entity.js';

const CHAIN = 'rounds';

/** Adds seals and reads them. There is no way to change or delete one. */
@Injectable()
export class SealRepository {
  /** The end of the chain, held until the transaction ends, so that seals come one after the other. */
  async holdChain(manager: EntityManager): Promise<SealChain> {
    // Asked for before it is inserted: an insert that finds the row shares it, and two that share it cannot both hold it.
    await lockRows(manager, 'seal_chain', [CHAIN], 'exclusive', 'name');
    const row = { name: CHAIN, seq: 0, hash: null };
    await manager.createQueryBuilder().insert().into(SealChain).values(row).orIgnore().execute();
    await lockRows(manager, 'seal_chain', [CHAIN], 'exclusive', 'name');
    return manager.findOneByOrFail(SealChain, { name: CHAIN });
  }

  /** The end of the chain for reading; null where there was never a seal. */
  chain(manager: EntityManager): Promise<SealChain | null> {
    return manager.findOneBy(SealChain, { name: CHAIN });
  }

  async add(manager: EntityManager, seal: RoundSeal): Promise<void> {
    await insertRows(manager, RoundSeal, [seal]);
    await manager.update(SealChain, { name: CHAIN }, { seq: seal.seq, hash: seal.hash });
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
