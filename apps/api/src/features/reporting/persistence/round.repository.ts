import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import { lockOne, type RowLock } from '../../../platform/database/row-locks.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { MonitoringRound } from './monitoring-round.entity.js';

@Injectable()
export class RoundRepository {
  find(manager: EntityManager, year: number, month: number): Promise<MonitoringRound | null> {
    return manager.findOneBy(MonitoringRound, { year, month });
  }

  byId(manager: EntityManager, id: string): Promise<MonitoringRound | null> {
    return manager.findOneBy(MonitoringRound, { id });
  }

  /** The rounds of a year, or of all years, newest first. */
  list(manager: EntityManager, year?: number): Promise<MonitoringRound[]> {
    return manager.find(MonitoringRound, {
      where: year === undefined ? {} : { year },
      order: { year: 'DESC', month: 'DESC' },
    });
  }

  /** The rounds of a year before this month, newest first. */
  before(manager: EntityManager, year: number, month: number): Promise<MonitoringRound[]> {
    return manager.find(MonitoringRound, { where: { year, month: LessThan(month) }, order: { month: 'DESC' } });
  }

  /** @throws DomainError `round-not-found` */
  async require(manager: EntityManager, year: number, month: number): Promise<MonitoringRound> {
    const round = await this.find(manager, year, month);
    if (round === null) throw new DomainError('round-not-found', { year, month });
    return round;
  }

  /**
   * The round, held until the transaction ends: `shared` by those who write into an open round, `exclusive` by the one
   * who changes its state. So nothing is written into a round after it was locked.
   * @throws DomainError `round-not-found`
   */
  async hold(manager: EntityManager, year: number, month: number, lock: RowLock): Promise<MonitoringRound> {
    const round = await lockOne(manager, MonitoringRound, { year, month }, lock);
    if (round === null) throw new DomainError('round-not-found', { year, month });
    return round;
  }

  /** The same by id; the row exists, for rounds are never deleted. */
  async holdById(manager: EntityManager, id: string, lock: RowLock): Promise<MonitoringRound> {
    const round = await lockOne(manager, MonitoringRound, { id }, lock);
    if (round === null) throw new Error(`There is no round ${id}`);
    return round;
  }

  async insert(manager: EntityManager, round: MonitoringRound): Promise<void> {
    await manager.insert(MonitoringRound, round);
  }

  async update(manager: EntityManager, id: string, change: Partial<MonitoringRound>): Promise<void> {
    await manager.update(MonitoringRound, { id }, change);
  }
}
