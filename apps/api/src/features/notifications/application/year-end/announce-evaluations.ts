import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PayloadOf } from '../../../../platform/events/domain-events.js';
import { Clock } from '../../../../platform/runtime/clock.js';
import { nearestHolders, PeopleDirectory } from '../../../identity/index.js';
import { EvaluationProgressQuery, type evaluationsDrafted } from '../../../self-evaluation/index.js';
import { Notify } from '../notify.js';

export type EvaluationYear = PayloadOf<typeof evaluationsDrafted>['year'];

/** Tells the clerks of every unit that has self-evaluations once that a year is open, and until when. */
@Injectable()
export class AnnounceEvaluations {
  constructor(
    private readonly progress: EvaluationProgressQuery,
    private readonly people: PeopleDirectory,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** Does nothing after the last day, when the deadline is the news. */
  async run(manager: EntityManager, { year, submitBy }: EvaluationYear): Promise<void> {
    if (submitBy < this.clock.today()) return;
    const units = await this.progress.ofYear(manager, year);
    const clerks = await this.people.holders(manager, 'evaluations.write');
    const recipients = units.flatMap(({ path }) => nearestHolders(clerks, path));
    const notice = {
      kind: 'evaluation-opened' as const,
      recipients,
      params: { deadline: submitBy },
      about: 'all',
      forAll: true,
    };
    await this.notify.tell(manager, { year }, [notice], 'never');
  }
}
