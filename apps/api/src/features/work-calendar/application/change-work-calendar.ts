import { checkCalendarDays, type CalendarDay } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { DatabaseConflict } from '../../../platform/database/database-conflict.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, holdsEverywhere, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { WorkCalendarInput } from '../http/work-calendar.dto.js';
import { WorkCalendarRepository } from '../persistence/work-calendar.repository.js';
import { asShipped } from './work-calendar.query.js';

/** Enters the days of a year. Deadlines that are set already stay as they are; those to come are counted by it. */
@Injectable()
export class ChangeWorkCalendar {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendars: WorkCalendarRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `forbidden` below the root; `work-calendar-faulty` with every fault at its field;
   *   `work-calendar-changed` where the version is no longer the newest
   */
  async run(user: CurrentUser, year: number, input: WorkCalendarInput, remoteAddress?: string): Promise<void> {
    if (!holdsEverywhere(user, 'settings.manage')) throw new DomainError('forbidden');
    const days = inOrder(checkedDays(year, input.days));
    await this.uow
      .run(async (manager) => {
        const stored = await this.calendars.hold(manager, year);
        if ((stored?.version ?? 0) !== input.version) throw changedMeanwhile(year);
        const by = actorAt(user, 'settings.manage', EVERYWHERE);
        const entered = {
          year,
          source: input.source,
          days,
          version: input.version + 1,
          changedAt: this.clock.now(),
          changedBy: by.actor,
        };
        if (stored === null) await this.calendars.add(manager, entered);
        else await this.calendars.change(manager, entered);
        const before = stored ?? asShipped(year);
        await this.audit.record(manager, {
          ...by,
          action: 'work-calendar.change',
          subject: `work-calendar/${year}`,
          before: { source: before.source, days: before.days },
          after: { source: input.source, days },
          remoteAddress,
        });
      })
      .catch((error: unknown) => {
        if (!(error instanceof DatabaseConflict) || error.kind !== 'unique') throw error;
        throw changedMeanwhile(year, error);
      });
  }
}

function checkedDays(year: number, days: readonly CalendarDay[]): readonly CalendarDay[] {
  const problems = checkCalendarDays(year, days);
  if (problems.length === 0) return days;
  throw new DomainError('work-calendar-faulty', { faults: problems.length }, problems);
}

const inOrder = (days: readonly CalendarDay[]): CalendarDay[] => [...days].sort((a, b) => (a.day < b.day ? -1 : 1));

const changedMeanwhile = (year: number, cause?: unknown): DomainError =>
  new DomainError('work-calendar-changed', { year }, [], { cause });
