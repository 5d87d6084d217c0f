import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RulePackVersion } from '../../targets/index.js';

/** Published rule packs. They are added and read, never changed (R49). */
@Injectable()
export class RulePackRepository {
  /** By name, the newest version of each first. */
  list(manager: EntityManager): Promise<RulePackVersion[]> {
    return manager.find(RulePackVersion, { order: { packId: 'ASC', version: 'DESC' } });
  }

  newest(manager: EntityManager, packId: string): Promise<RulePackVersion | null> {
    return manager.findOne(RulePackVersion, { where: { packId }, order: { version: 'DESC' } });
  }

  /** @throws DatabaseConflict `unique` where somebody else has just published this version */
  async insert(manager: EntityManager, version: RulePackVersion): Promise<void> {
    await manager.insert(RulePackVersion, version);
  }
}
