import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockRows } from '../../../platform/database/row-locks.js';
import { SealChain } from './seal-chain.entity.js';

/** The ends of the chains of seals: of rounds, and of whatever else is sealed; each has its name. */
@Injectable()
export class SealChainRepository {
  /** The end of a chain, held until the transaction ends, so that seals come one after the other. */
  async hold(manager: EntityManager, name: string): Promise<SealChain> {
    // Asked for before it is inserted: an insert that finds the row shares it, and two that share it cannot both hold it.
    await lockRows(manager, 'seal_chain', [name], 'exclusive', 'name');
    const row = { name, seq: 0, hash: null };
    await manager.createQueryBuilder().insert().into(SealChain).values(row).orIgnore().execute();
    await lockRows(manager, 'seal_chain', [name], 'exclusive', 'name');
    return manager.findOneByOrFail(SealChain, { name });
  }

  /** The end of a chain for reading; null where there was never a seal. */
  find(manager: EntityManager, name: string): Promise<SealChain | null> {
    return manager.findOneBy(SealChain, { name });
  }

  /** Of a chain that is held. */
  async moveOn(manager: EntityManager, name: string, end: Pick<SealChain, 'seq' | 'hash'>): Promise<void> {
    await manager.update(SealChain, { name }, end);
  }
}
