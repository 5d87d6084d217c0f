import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type Actor, type CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { requireWholeCounty } from '../../reporting/index.js';
import type { ChangeEvaluationYearInput, EvaluationYearResult } from '../http/evaluation-years.dto.js';
import { draftEvaluationsJob, evaluationYearKey, rescoreEvaluationsJob } from '../jobs/evaluation-year.jobs.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import type { EvaluationYear } from '../persistence/evaluation-year.entity.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';

type Settings = Pick<EvaluationYear, 'submitBy' | 'frame' | 'rulesRef'>;

/**
 * Changes the deadline of a year, and as long as nothing is accepted also its frame and rules: a job then weighs the drafts
 * that nobody has changed yet anew, and scores all of them.
 */
@Injectable()
export class ChangeEvaluationYear {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly years: EvaluationYearRepository,
    private readonly rules: EvaluationRuleRepository,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly jobs: JobQueue,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws DomainError `forbidden`, `evaluation-year-not-open`, `evaluation-year-changed` where somebody else changed it
   *   since, `evaluation-rules-unknown`, `evaluation-year-accepted` where rules or frame are to change and something is accepted
   */
  async run(
    user: CurrentUser,
    year: number,
    { version, redraft, ...asked }: ChangeEvaluationYearInput,
    remoteAddress?: string,
  ): Promise<EvaluationYearResult> {
    requireWholeCounty(user, 'evaluations.manage');
    return this.uow.run(async (manager) => {
      const row = await this.years.hold(manager, year, 'exclusive');
      if (row.version !== version) throw new DomainError('evaluation-year-changed', { version, current: row.version });
      const before = settingsOf(row);
      const after = { ...before, ...given(asked) };
      const rescores = after.frame !== before.frame || after.rulesRef !== before.rulesRef;
      if (rescores) await this.requireChangeable(manager, year, after);
      const by = actorAt(user, 'evaluations.manage', EVERYWHERE);
      await this.years.update(manager, year, { ...after, version: version + 1 });
      const jobId = await this.enqueue(manager, year, by, { redraft: redraft === true, rescores });
      await this.audit.record(manager, {
        ...by,
        action: 'evaluations.change-year',
        subject: `evaluation-year/${year}`,
        before,
        after: { ...after, ...(redraft === true ? { redraft: true } : {}) },
        remoteAddress,
      });
      return { year, version: version + 1, jobId };
    });
  }

  private async requireChangeable(manager: EntityManager, year: number, { rulesRef }: Settings): Promise<void> {
    const rules = await this.rules.find(manager, rulesRef);
    if (rules === null) throw new DomainError('evaluation-rules-unknown', { ref: rulesRef });
    if (await this.evaluations.hasAccepted(manager, year)) throw new DomainError('evaluation-year-accepted', { year });
  }

  private async enqueue(
    manager: EntityManager,
    year: number,
    { actor, onBehalfOf }: Actor,
    { redraft, rescores }: { readonly redraft: boolean; readonly rescores: boolean },
  ): Promise<string | null> {
    const options = { key: evaluationYearKey(year), requestedBy: actor, requestedFor: onBehalfOf };
    const drafted = redraft ? await this.jobs.enqueue(manager, draftEvaluationsJob, { year }, options) : null;
    return rescores ? this.jobs.enqueue(manager, rescoreEvaluationsJob, { year }, options) : drafted;
  }
}

const settingsOf = ({ submitBy, frame, rulesRef }: EvaluationYear): Settings => ({ submitBy, frame, rulesRef });

/** What was asked for; a field that is absent stays as it is. */
const given = (asked: Omit<ChangeEvaluationYearInput, 'version' | 'redraft'>): Partial<Settings> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Partial<Settings>;
