import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RoundException } from './round-exception.entity.js';

@Injectable()
export class RoundExceptionRepository {
  ofRound(manager: EntityManager, roundId: string): Promise<RoundException[]> {
    return manager.find(RoundException, { where: { roundId }, order: { closesOn: 'ASC', id: 'ASC' } });
  }

  find(manager: EntityManager, roundId: string, organisationId: string): Promise<RoundException | null> {
    return manager.findOneBy(RoundException, { roundId, organisationId });
  }

  /** Exceptions in open rounds whose day is before `today` and that have not been judged since (R28), the oldest first. */
  passedUnassessed(manager: EntityManager, today: string, roundId?: string): Promise<RoundException[]> {
    const query = manager
      .createQueryBuilder(RoundException, 'exception')
      .innerJoin('MonitoringRound', 'round', 'round.id = exception.roundId')
      .where("round.status = 'open' and exception.assessed = :assessed", { assessed: false })
      .andWhere('exception.closesOn < :today', { today });
    if (roundId !== undefined) query.andWhere('exception.roundId = :roundId', { roundId });
    return query.orderBy('exception.closesOn').addOrderBy('exception.id').getMany();
  }

  async insert(manager: EntityManager, exception: RoundException): Promise<void> {
    await manager.insert(RoundException, exception);
  }

  async update(manager: EntityManager, id: string, change: Partial<RoundException>): Promise<void> {
    await manager.update(RoundException, { id }, change);
  }

  /** Reporting has ended for all of them at once, or goes on again. */
  async markAssessed(manager: EntityManager, roundId: string, assessed: boolean): Promise<void> {
    await manager.update(RoundException, { roundId }, { assessed });
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.delete(RoundException, { id });
  }
}
