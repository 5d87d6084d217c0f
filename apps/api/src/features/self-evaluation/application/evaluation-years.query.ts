import { EVALUATION_STATES, type EvaluationState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsEverywhere, scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { PeopleNames } from '../../identity/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { EvaluationYearList, EvaluationYearView } from '../http/evaluation-years.dto.js';
import { EvaluationYearRows } from '../persistence/evaluation-year-rows.query.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';
import { DECEMBER } from './open-evaluation-year.js';

/** The years whose self-evaluation is open, with how far those are that the reader may see; and those that may be opened. */
@Injectable()
export class EvaluationYearsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly years: EvaluationYearRepository,
    private readonly rounds: RoundRepository,
    private readonly rows: EvaluationYearRows,
    private readonly names: PeopleNames,
    private readonly clock: Clock,
  ) {}

  async run(user: CurrentUser): Promise<EvaluationYearList> {
    const { reader } = this.uow;
    const opened = await this.names.beside(reader, await this.years.list(reader), 'openedBy');
    const counts = await this.rows.states(reader, scopeOf(user, 'lights.read'));
    const accepted = await this.rows.withAccepted(reader);
    const running = await this.rows.running(reader);
    const mayManage = holdsEverywhere(user, 'evaluations.manage');
    const items = opened.map(({ roundId: _roundId, ...year }): EvaluationYearView => {
      const ofYear = counts.filter((count) => count.year === year.year);
      const numberOf = (state: EvaluationState) => ofYear.find((count) => count.state === state)?.number ?? 0;
      const states = EVALUATION_STATES.map((state) => [state, numberOf(state)]);
      const jobId = running.get(year.year);
      return {
        ...year,
        overdue: year.submitBy < this.clock.today(),
        projects: ofYear.reduce((sum, { number }) => sum + number, 0),
        byState: Object.fromEntries(states) as EvaluationYearView['byState'],
        mayManage,
        mayChangeRules: mayManage && !accepted.has(year.year),
        running: jobId === undefined ? null : { jobId },
      };
    });
    return { items, openable: mayManage ? await this.openable(new Set(opened.map(({ year }) => year))) : [] };
  }

  private async openable(opened: ReadonlySet<number>): Promise<number[]> {
    const rounds = await this.rounds.list(this.uow.reader);
    return rounds
      .filter(({ month, status, year }) => month === DECEMBER && status === 'locked' && !opened.has(year))
      .map(({ year }) => year);
  }
}
