import { isDeepStrictEqual } from 'node:util';
import { checkEvaluationRules } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { DatabaseConflict } from '../../../platform/database/database-conflict.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { plain } from '../../../platform/runtime/plain.js';
import { AuditLog } from '../../audit/index.js';
import { requireWholeCounty } from '../../reporting/index.js';
import type { PublishEvaluationRulesInput, PublishedEvaluationRules } from '../http/evaluation-rules.dto.js';
import { EvaluationRuleRepository, evaluationRulesRef } from '../persistence/evaluation-rule.repository.js';

/**
 * Publishes rules of self-evaluation as the next version, for years that are opened from then on; one that is open goes on
 * by its own until finance chooses others for it.
 */
@Injectable()
export class PublishEvaluationRules {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: EvaluationRuleRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `forbidden`, `evaluation-rules-faulty`, `evaluation-rules-unchanged` where the newest version says
   *   the same, `evaluation-rules-version-taken` where the version that was changed is no longer the newest
   */
  async run(
    user: CurrentUser,
    { content, basedOn, note }: PublishEvaluationRulesInput,
    remoteAddress?: string,
  ): Promise<PublishedEvaluationRules> {
    requireWholeCounty(user, 'rules.manage');
    requireSound(content);
    try {
      return await this.uow.run(async (manager) => {
        await this.rules.ensurePreset(manager, this.clock.now());
        const newest = await this.rules.newest(manager);
        if (newest.ref !== basedOn) throw new DomainError('evaluation-rules-version-taken');
        if (isDeepStrictEqual(plain(content), plain(newest.content))) {
          throw new DomainError('evaluation-rules-unchanged', { ref: newest.ref });
        }
        const version = newest.version + 1;
        const by = actorAt(user, 'rules.manage', EVERYWHERE);
        const published = { ref: evaluationRulesRef(version), version, content };
        await this.rules.insert(manager, { ...published, publishedAt: this.clock.now(), publishedBy: by.actor, note });
        await this.audit.record(manager, {
          ...by,
          action: 'evaluation-rules.publish',
          subject: `evaluation-rules/${published.ref}`,
          before: newest.content,
          after: { ...content, note },
          remoteAddress,
        });
        return { ref: published.ref, version };
      });
    } catch (error) {
      if (!(error instanceof DatabaseConflict) || error.kind !== 'unique') throw error;
      throw new DomainError('evaluation-rules-version-taken', {}, [], { cause: error });
    }
  }
}

/** With every fault at its field (`content.gradesFrom.good`). */
function requireSound(content: PublishEvaluationRulesInput['content']): void {
  const problems = checkEvaluationRules(content);
  if (problems.length === 0) return;
  const issues = problems.map(({ path, ...problem }) => ({ path: `content.${path}`, ...problem }));
  throw new DomainError('evaluation-rules-faulty', { faults: issues.length }, issues);
}
