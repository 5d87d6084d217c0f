import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { lockRows } from '../../../platform/database/row-locks.js';
import { WorkCalendarYear } from './work-calendar-year.entity.js';

@Injectable()
export class WorkCalendarRepository {
  find(manager: EntityManager, years: readonly number[]): Promise<WorkCalendarYear[]> {
    return manager.findBy(WorkCalendarYear, { year: In([...years]) });
  }

  /** The years that somebody has entered. */
  async years(manager: EntityManager): Promise<readonly number[]> {
    const rows = await manager.find(WorkCalendarYear, { select: { year: true } });
    return rows.map(({ year }) => year);
  }

  /** A stored year as it is once it is held until the transaction ends; null where nobody has entered it. */
  async hold(manager: EntityManager, year: number): Promise<WorkCalendarYear | null> {
    await lockRows(manager, 'work_calendar', [year], 'exclusive', 'year');
    return manager.findOneBy(WorkCalendarYear, { year });
  }

  /** @throws DatabaseConflict `unique` where somebody else has just entered the year */
  async add(manager: EntityManager, year: WorkCalendarYear): Promise<void> {
    await manager.insert(WorkCalendarYear, year);
  }

  async change(manager: EntityManager, { year, ...changes }: WorkCalendarYear): Promise<void> {
    await manager.update(WorkCalendarYear, { year }, changes);
  }
}
