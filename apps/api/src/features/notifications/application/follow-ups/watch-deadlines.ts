import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { DueFollowUps, type DueFollowUp } from '../../../rectification/index.js';
import type { Notice } from '../notify.js';
import { Notify } from '../notify.js';
import { FollowUpPeople } from './follow-up-people.js';

/** Tells once that the deadline of a rectification or of a matter under supervision comes near, and once that it has passed. */
@Injectable()
export class WatchFollowUps {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly due: DueFollowUps,
    private readonly people: FollowUpPeople,
    private readonly notify: Notify,
  ) {}

  /** May run as often as one likes, by any number of processes, and after any downtime. */
  async run(): Promise<void> {
    const due = await this.due.today(this.uow.reader);
    if (due.length === 0) return;
    await this.uow.run(async (manager) => {
      for (const each of due) {
        const recipients = await this.people.ofUnit(manager, each.path, each.owner, '');
        const year = Number(each.openedAt.slice(0, 4));
        await this.notify.tell(manager, { year }, [noticeOf(each, recipients)], 'never');
      }
    });
  }
}

const noticeOf = (each: DueFollowUp, recipients: Notice['recipients']): Notice => ({
  kind: `${each.what}-${each.due}`,
  recipients,
  params: {
    subjectId: each.id,
    organisationId: each.organisationId,
    unit: each.unit,
    about: each.project ?? each.unit,
    deadline: each.deadline,
  },
  about: `${each.id}:${each.deadline}`,
  projectId: each.projectId,
});
