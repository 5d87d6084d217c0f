import { isEvaluationEditable } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { handsOf, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { EvaluationInputBody } from '../http/evaluations.dto.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import { contentChanges } from './content-changes.js';
import { EvaluationAccess } from './evaluation-access.js';
import { ownScores } from './scored-evaluation.js';
import { writtenContent } from './written-content.js';

/** What a unit writes into its self-evaluation, kept with the scores that it has by it. */
@Injectable()
export class SaveEvaluation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: EvaluationAccess,
    private readonly rules: EvaluationRuleRepository,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError what `EvaluationAccess.hold` does, `evaluation-handed-in` for one that is not to be written now,
   *   `evaluation-faulty` with every place at fault
   */
  async run(user: CurrentUser, id: string, input: EvaluationInputBody, remoteAddress?: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const asked = { id, version: input.version };
      const { row, year, by } = await this.access.hold(manager, user, asked, 'evaluations.write');
      const written = writtenRow(row, input);
      const rules = await this.rules.content(manager, year.rulesRef);
      const hands = handsOf(by.actor, by.onBehalfOf);
      const change: Partial<SelfEvaluation> = {
        ...written,
        ...ownScores({ ...row, ...written }, rules),
        rulesRef: year.rulesRef,
        version: row.version + 1,
        writtenBy: [...new Set([...row.writtenBy, ...hands])],
        updatedBy: by.actor,
        updatedFor: by.onBehalfOf,
        updatedAt: this.clock.now(),
      };
      await this.evaluations.update(manager, id, change);
      await this.audit.record(manager, {
        ...by,
        action: 'evaluations.save',
        subject: `self-evaluation/${id}`,
        ...contentChanges(row, { ...row, ...written }),
        remoteAddress,
      });
    });
  }
}

/** @throws DomainError `evaluation-handed-in`, `evaluation-faulty` */
export function writtenRow(row: SelfEvaluation, input: EvaluationInputBody): Pick<SelfEvaluation, 'frame' | 'content'> {
  if (!isEvaluationEditable(row.state)) throw new DomainError('evaluation-handed-in', { state: row.state });
  const { content, issues } = writtenContent(row.content, input, row.year);
  if (issues.length > 0) throw new DomainError('evaluation-faulty', { faults: issues.length }, issues);
  return { frame: input.frame, content };
}
