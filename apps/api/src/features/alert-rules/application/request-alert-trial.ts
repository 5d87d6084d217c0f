import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { LightRepository } from '../../monitoring/index.js';
import { requireWholeCounty, RoundRepository } from '../../reporting/index.js';
import { alertRulesView } from '../http/alert-rules.dto.js';
import type { AlertTrialInput } from '../http/alert-trials.dto.js';
import { tryAlertRulesJob, type AlertTrialPayload } from '../jobs/try-alert-rules.jobs.js';
import { AlertRuleTrialRepository } from '../persistence/alert-rule-trial.repository.js';
import { checkedRules } from './checked-rules.js';

/** Has alert rules tried on rounds, open or locked, in the background. */
@Injectable()
export class RequestAlertTrial {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly lights: LightRepository,
    private readonly trials: AlertRuleTrialRepository,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns the id of the job, which is also that of its result
   * @throws DomainError `forbidden`, `alert-rules-faulty`, `round-not-found`, `alert-trial-without-lights` where none of the
   *   rounds has any yet, `alert-trial-under-way` where the person has one going on
   */
  async run(user: CurrentUser, { content, rounds }: AlertTrialInput, remoteAddress?: string) {
    requireWholeCounty(user, 'rules.manage');
    checkedRules(content);
    return this.uow.run(async (manager) => {
      const asked: AlertTrialPayload['rounds'] = [];
      let judged = 0;
      for (const { year, month } of inOrder(rounds)) {
        const { id: roundId } = await this.rounds.require(manager, year, month);
        judged += await this.lights.count(manager, roundId);
        asked.push({ roundId, year, month });
      }
      if (judged === 0) throw new DomainError('alert-trial-without-lights');
      if ((await this.trials.underWay(manager, user.username)) !== null) throw new DomainError('alert-trial-under-way');
      const by = actorAt(user, 'rules.manage', EVERYWHERE);
      const payload = { rounds: asked, actor: by.actor, content: alertRulesView(content) };
      const requester = { requestedBy: by.actor, requestedFor: by.onBehalfOf };
      const jobId = await this.jobs.enqueue(manager, tryAlertRulesJob, payload, { key: user.username, ...requester });
      const tried = asked.map(({ year, month }) => `${year}-${month}`);
      await this.audit.record(manager, {
        ...by,
        action: 'alert-rules.try',
        subject: `alert-rules/${jobId}`,
        after: { ...content, rounds: tried },
        remoteAddress,
      });
      return { jobId };
    });
  }
}

/** Each round once, the oldest first. */
const inOrder = (rounds: AlertTrialInput['rounds']): AlertTrialInput['rounds'] =>
  [...new Map(rounds.map((round) => [round.year * 12 + round.month, round])).entries()]
    .sort(([a], [b]) => a - b)
    .map(([, round]) => round);
