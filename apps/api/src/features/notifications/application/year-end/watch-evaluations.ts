import { daysBetween, dueState, type WorkCalendar } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { Clock } from '../../../../platform/runtime/clock.js';
import { nearestHolders, PeopleDirectory } from '../../../identity/index.js';
import { EvaluationProgressQuery, EvaluationYearRepository } from '../../../self-evaluation/index.js';
import { WorkCalendarQuery } from '../../../work-calendar/index.js';
import { Notify, type Notice } from '../notify.js';
import { AnnounceEvaluations, type EvaluationYear } from './announce-evaluations.js';
import { paramsOfUnit } from './evaluation-queues.js';

/** A deadline that passed longer ago than this is no news: told notices are deleted after a year, and it would be told again. */
const NEWS_DAYS = 90;

export const DUE_KINDS = ['evaluation-soon', 'evaluation-overdue'] as const;

/** Once the deadline is another one, it comes near, and passes, anew. */
export const dueAbout = (organisationId: string, { submitBy }: Pick<EvaluationYear, 'submitBy'>): string =>
  `${organisationId}:${submitBy}`;

/** Tells once that the deadline of a year's self-evaluation comes near, and once that it has passed, where something is owed. */
@Injectable()
export class WatchEvaluations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly years: EvaluationYearRepository,
    private readonly progress: EvaluationProgressQuery,
    private readonly calendars: WorkCalendarQuery,
    private readonly people: PeopleDirectory,
    private readonly announce: AnnounceEvaluations,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** May run as often as one likes, by any number of processes, and after any downtime. */
  async run(): Promise<void> {
    const today = this.clock.today();
    const thisYear = Number(today.slice(0, 4));
    const calendar = await this.calendars.of(this.uow.reader, [thisYear, thisYear + 1]);
    for (const { year: key } of await this.years.list(this.uow.reader)) {
      await this.uow.run(async (manager) => {
        // Held, so that nobody is reminded of a deadline that is being put off.
        const year = await this.years.holdOpen(manager, key, 'shared');
        if (year === null || daysBetween(year.submitBy, today) > NEWS_DAYS) return;
        await this.announce.run(manager, year);
        await this.remind(manager, year, calendar);
      });
    }
  }

  private async remind(manager: EntityManager, opened: EvaluationYear, calendar: WorkCalendar): Promise<void> {
    const { year, submitBy } = opened;
    const due = dueState(submitBy, this.clock.today(), calendar);
    if (due !== 'soon' && due !== 'overdue') return;
    const owing = (await this.progress.ofYear(manager, year)).filter(({ open }) => open > 0);
    if (owing.length === 0) return;
    const clerks = await this.people.holders(manager, 'evaluations.write');
    const notices = owing.map((unit): Notice => ({
      kind: `evaluation-${due}`,
      recipients: nearestHolders(clerks, unit.path),
      params: { ...paramsOfUnit(unit, unit.open), deadline: submitBy },
      about: dueAbout(unit.organisationId, opened),
    }));
    await this.notify.tell(manager, { year }, notices, 'never');
  }
}
