import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockOne, type RowLock } from '../../../platform/database/row-locks.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { EvaluationYear } from './evaluation-year.entity.js';

@Injectable()
export class EvaluationYearRepository {
  /** Newest first. */
  list(manager: EntityManager): Promise<EvaluationYear[]> {
    return manager.find(EvaluationYear, { order: { year: 'DESC' } });
  }

  find(manager: EntityManager, year: number): Promise<EvaluationYear | null> {
    return manager.findOneBy(EvaluationYear, { year });
  }

  /** The year that is evaluated by this round; null where there is none. */
  ofRound(manager: EntityManager, roundId: string): Promise<EvaluationYear | null> {
    return manager.findOneBy(EvaluationYear, { roundId });
  }

  /** @throws DomainError `evaluation-year-not-open` */
  async require(manager: EntityManager, year: number): Promise<EvaluationYear> {
    return opened(await this.find(manager, year), year);
  }

  /**
   * The year, held until the transaction ends: `shared` by whoever changes an evaluation of it, `exclusive` by the one who
   * changes what all of them are scored by.
   * @throws DomainError `evaluation-year-not-open`
   */
  async hold(manager: EntityManager, year: number, lock: RowLock): Promise<EvaluationYear> {
    return opened(await this.holdOpen(manager, year, lock), year);
  }

  /** The same where it is open; null where it is not. */
  holdOpen(manager: EntityManager, year: number, lock: RowLock): Promise<EvaluationYear | null> {
    return lockOne(manager, EvaluationYear, { year }, lock);
  }

  /** @throws DatabaseConflict `unique` where somebody else has just opened it */
  async insert(manager: EntityManager, row: EvaluationYear): Promise<void> {
    await manager.insert(EvaluationYear, row);
  }

  async update(manager: EntityManager, year: number, change: Partial<EvaluationYear>): Promise<void> {
    await manager.update(EvaluationYear, { year }, change);
  }
}

function opened(row: EvaluationYear | null, year: number): EvaluationYear {
  if (row === null) throw new DomainError('evaluation-year-not-open', { year });
  return row;
}
