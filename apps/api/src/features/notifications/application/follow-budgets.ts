import { wanFromFen } from '@jixiao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { nearestHolders, PeopleDirectory } from '../../identity/index.js';
import { budgetAdjusted, TargetProgressQuery } from '../../targets/index.js';
import { Notify, type Notice } from './notify.js';
import { others } from './others.js';

/** Tells the clerks of a unit that finance has changed the budget of one of their projects (R6). */
@Injectable()
export class FollowBudgets implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly progress: TargetProgressQuery,
    private readonly people: PeopleDirectory,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(budgetAdjusted, async (manager, { project, adjustment }) => {
      const { id: projectId, name, year, organisationId } = project;
      const [unit] = await this.progress.changes(manager, year, [organisationId]);
      if (unit === undefined) return;
      const clerks = await this.people.holders(manager, 'targets.propose');
      const { id: about, kind, amountFen, effectiveOn, reason: message, recordedBy } = adjustment;
      const notice: Notice = {
        kind: kind === 'addition' ? 'budget-increased' : 'budget-reduced',
        recipients: others(nearestHolders(clerks, unit.path), recordedBy),
        params: { unit: unit.name, project: name, effectiveOn, amount: wanFromFen(amountFen), message },
        about,
        projectId,
      };
      await this.notify.tell(manager, { year }, [notice], 'never');
    });
  }
}
