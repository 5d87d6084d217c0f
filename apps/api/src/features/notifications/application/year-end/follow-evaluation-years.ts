import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents, type PayloadOf } from '../../../../platform/events/domain-events.js';
import { newId } from '../../../../platform/runtime/ids.js';
import { nearestHolders, PeopleDirectory } from '../../../identity/index.js';
import { EvaluationProgressQuery, evaluationsDrafted, finalAccountsTaken } from '../../../self-evaluation/index.js';
import { Notify, type Notice } from '../notify.js';
import { others } from '../others.js';
import { AnnounceEvaluations } from './announce-evaluations.js';
import { paramsOfUnit } from './evaluation-queues.js';

/** Tells the clerks of units what finance does to a whole year: it opens it, and brings the final accounts (决算). */
@Injectable()
export class FollowEvaluationYears implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly progress: EvaluationProgressQuery,
    private readonly people: PeopleDirectory,
    private readonly announce: AnnounceEvaluations,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(evaluationsDrafted, (manager, { year }) => this.announce.run(manager, year));
    this.events.subscribe(finalAccountsTaken, (manager, taken) => this.followAccounts(manager, taken));
  }

  /** Only units whose points are others by them; one notice each, however many projects. */
  private async followAccounts(
    manager: EntityManager,
    { year, rescored, actor }: PayloadOf<typeof finalAccountsTaken>,
  ): Promise<void> {
    if (rescored.length === 0) return;
    const unitIds = rescored.map(({ organisationId }) => organisationId);
    const clerks = await this.people.holders(manager, 'evaluations.write');
    const notices = (await this.progress.of(manager, year, unitIds)).map((unit): Notice => ({
      kind: 'evaluation-accounts',
      recipients: others(nearestHolders(clerks, unit.path), actor),
      params: paramsOfUnit(unit, unitIds.filter((id) => id === unit.organisationId).length),
      about: newId(),
    }));
    await this.notify.tell(manager, { year }, notices, 'never');
  }
}
