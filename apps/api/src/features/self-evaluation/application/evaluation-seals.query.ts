import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import type { EvaluationSealList } from '../http/evaluation-seals.dto.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import { EvaluationSealRepository } from '../persistence/evaluation-seal.repository.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import { checkEvaluationSeal } from './check-evaluation-seal.js';
import { EvaluationAccess } from './evaluation-access.js';

/** The seals of one evaluation, each looked at again: who sees the scores may see that they are those that were sealed. */
@Injectable()
export class EvaluationSealsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: EvaluationAccess,
    private readonly seals: EvaluationSealRepository,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly rules: EvaluationRuleRepository,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `not-found` */
  async run(user: CurrentUser, id: string): Promise<EvaluationSealList> {
    const { reader } = this.uow;
    const placed = await this.access.read(user, id);
    const seals = await this.seals.ofEvaluation(reader, id);
    const steps = await this.evaluations.steps(reader, id);
    const rules = await this.rules.byRef(reader);
    const checked = seals.map((seal) => ({
      seal,
      findings: checkEvaluationSeal(seal, { placed, steps, rules }),
    }));
    const views = checked.map(({ seal, findings }) => ({
      seq: seal.seq,
      version: seal.version,
      createdAt: seal.createdAt,
      createdBy: seal.createdBy,
      contentHash: seal.contentHash,
      hash: seal.hash,
      intact: findings.length === 0,
    }));
    const { state, sealVersion } = placed.row;
    return {
      items: await this.names.beside(reader, views, 'createdBy'),
      current: state === 'accepted' && views.some(({ version, intact }) => version === sealVersion && intact),
    };
  }
}
