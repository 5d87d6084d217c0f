import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DatabaseConflict } from '../../../platform/database/database-conflict.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { ReopeningRepository, requireWholeCounty, RoundRepository } from '../../reporting/index.js';
import type { EvaluationYearResult, OpenEvaluationYearInput } from '../http/evaluation-years.dto.js';
import { draftEvaluationsJob, evaluationYearKey } from '../jobs/evaluation-year.jobs.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';

export const DECEMBER = 12;

/** Opens the self-evaluation of a year, once the round of December is locked: a job makes a draft of every project. */
@Injectable()
export class OpenEvaluationYear {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly reopenings: ReopeningRepository,
    private readonly rules: EvaluationRuleRepository,
    private readonly years: EvaluationYearRepository,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `forbidden`, `evaluation-december-open` where December's round is not there or not locked,
   *   `evaluation-december-reopened` while a project of it is corrected, `evaluation-year-open`
   */
  async run(
    user: CurrentUser,
    { year, frame, submitBy }: OpenEvaluationYearInput,
    remoteAddress?: string,
  ): Promise<EvaluationYearResult> {
    requireWholeCounty(user, 'evaluations.manage');
    try {
      return await this.uow.run(async (manager) => {
        const roundId = await this.lockedDecember(manager, year);
        if ((await this.years.find(manager, year)) !== null) throw new DomainError('evaluation-year-open', { year });
        const now = this.clock.now();
        await this.rules.ensurePreset(manager, now);
        const { ref: rulesRef } = await this.rules.newest(manager);
        const by = actorAt(user, 'evaluations.manage', EVERYWHERE);
        const opened = { openedBy: by.actor, openedAt: now };
        const row = { year, roundId, rulesRef, frame, submitBy, version: 1, exempt: 0, ...opened };
        await this.years.insert(manager, row);
        const requester = { requestedBy: by.actor, requestedFor: by.onBehalfOf };
        const options = { key: evaluationYearKey(year), ...requester };
        const jobId = await this.jobs.enqueue(manager, draftEvaluationsJob, { year }, options);
        await this.audit.record(manager, {
          ...by,
          action: 'evaluations.open-year',
          subject: `evaluation-year/${year}`,
          after: { frame, submitBy, rulesRef },
          remoteAddress,
        });
        return { year, version: 1, jobId };
      });
    } catch (error) {
      if (!(error instanceof DatabaseConflict) || error.kind !== 'unique') throw error;
      throw new DomainError('evaluation-year-open', { year }, [], { cause: error });
    }
  }

  /** Held, so that nobody opens it again meanwhile. */
  private async lockedDecember(manager: EntityManager, year: number): Promise<string> {
    const found = await this.rounds.find(manager, year, DECEMBER);
    if (found === null) throw new DomainError('evaluation-december-open', { year });
    const round = await this.rounds.holdById(manager, found.id, 'shared');
    if (round.status !== 'locked') throw new DomainError('evaluation-december-open', { year });
    const reopened = await this.reopenings.live(manager, round.id);
    if (reopened.length > 0) throw new DomainError('evaluation-december-reopened', { year, projects: reopened.length });
    return round.id;
  }
}
