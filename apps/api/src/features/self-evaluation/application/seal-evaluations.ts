import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { newId } from '../../../platform/runtime/ids.js';
import { canonical, SealChainRepository, sha256 } from '../../seals/index.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import { EVALUATION_CHAIN, EvaluationSealRepository } from '../persistence/evaluation-seal.repository.js';
import type { SelfEvaluationSeal } from '../persistence/self-evaluation-seal.entity.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import type { PlacedEvaluation } from './evaluation-access.js';
import { evaluationSealHash, sealedEvaluation } from './sealed-evaluation.js';

/**
 * Seals self-evaluations in the transaction in which finance accepts them: everything that made their scores, as canonical
 * JSON, tied to the seal before, of whatever project. Accepted again after a reopening they get a further version.
 */
@Injectable()
export class SealEvaluations {
  constructor(
    private readonly evaluations: SelfEvaluationRepository,
    private readonly rules: EvaluationRuleRepository,
    private readonly chains: SealChainRepository,
    private readonly seals: EvaluationSealRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param rows as they are to be stored, with their steps stored already
   * @returns the rows with the version of their seal
   */
  async run(
    manager: EntityManager,
    rows: readonly SelfEvaluation[],
    placed: ReadonlyMap<string, PlacedEvaluation>,
    actor: string,
  ): Promise<readonly SelfEvaluation[]> {
    const ids = rows.map(({ id }) => id);
    const steps = groupBy(await this.evaluations.stepsOf(manager, ids), ({ evaluationId }) => evaluationId);
    const versions = await this.seals.lastVersions(manager, ids);
    const rules = new Map(
      await Promise.all(
        [...new Set(rows.map(({ rulesRef }) => rulesRef))].map(
          async (ref) => [ref, await this.rules.content(manager, ref)] as const,
        ),
      ),
    );
    const chain = await this.chains.hold(manager, EVALUATION_CHAIN);
    let { seq, hash: previousHash } = chain;
    const createdAt = this.clock.now();
    const seals: SelfEvaluationSeal[] = [];
    const sealed: SelfEvaluation[] = [];
    for (const row of rows) {
      const [place, content] = [placed.get(row.id), rules.get(row.rulesRef)];
      if (place === undefined || content === undefined) throw new Error(`Nothing is known of evaluation ${row.id}`);
      const version = (versions.get(row.id) ?? 0) + 1;
      const text = canonical(sealedEvaluation({ ...place, row }, content, version, steps.get(row.id) ?? []));
      seq += 1;
      const made = { createdAt, createdBy: actor, previousHash, contentHash: sha256(text) };
      const seal = { id: newId(), seq, evaluationId: row.id, year: row.year, version, ...made };
      const hash = evaluationSealHash(seal);
      seals.push({ ...seal, hash, content: text });
      sealed.push({ ...row, sealVersion: version });
      previousHash = hash;
    }
    await this.seals.add(manager, seals);
    await this.chains.moveOn(manager, EVALUATION_CHAIN, { seq, hash: previousHash });
    return sealed;
  }
}
