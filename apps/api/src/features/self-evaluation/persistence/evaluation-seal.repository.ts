import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { SelfEvaluationSeal } from './self-evaluation-seal.entity.js';

/** Name of the chain of the seals of all self-evaluations. */
export const EVALUATION_CHAIN = 'evaluations';

const CHUNK = 1000;

/** A seal without what it seals. */
export type SealHead = Omit<SelfEvaluationSeal, 'content'>;

const HEAD = `id as id, seq as seq, evaluation_id as evaluationId, year as year, version as version, created_at as createdAt,
  created_by as createdBy, previous_hash as previousHash, content_hash as contentHash, hash as hash`;

/** Adds seals of self-evaluations and reads them. There is no way to change or delete one. */
@Injectable()
export class EvaluationSealRepository {
  async add(manager: EntityManager, seals: readonly SelfEvaluationSeal[]): Promise<void> {
    await insertRows(manager, SelfEvaluationSeal, seals);
  }

  /** All seals in the order of the chain, some at a time. */
  heads(manager: EntityManager, afterSeq: number, limit: number): Promise<SealHead[]> {
    const sql = `select ${HEAD} from self_evaluation_seal where seq > ? order by seq limit ?`;
    return manager.query<SealHead[]>(sql, [afterSeq, limit]);
  }

  /** The seals of a year in the order of the chain, some at a time. */
  ofYear(manager: EntityManager, year: number, afterSeq: number, limit: number): Promise<SelfEvaluationSeal[]> {
    return manager
      .createQueryBuilder(SelfEvaluationSeal, 'seal')
      .where('seal.year = :year and seal.seq > :afterSeq', { year, afterSeq })
      .orderBy('seal.seq')
      .limit(limit)
      .getMany();
  }

  /** Oldest first. */
  ofEvaluation(manager: EntityManager, evaluationId: string): Promise<SelfEvaluationSeal[]> {
    return manager.find(SelfEvaluationSeal, { where: { evaluationId }, order: { version: 'ASC' } });
  }

  /** The latest version of each; none of those that were never sealed. */
  async lastVersions(manager: EntityManager, evaluationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    for (let start = 0; start < evaluationIds.length; start += CHUNK) {
      const some = evaluationIds.slice(start, start + CHUNK);
      const sql = `select evaluation_id as id, max(version) as last from self_evaluation_seal
                   where evaluation_id in (${placeholders(some.length)}) group by evaluation_id`;
      const rows = await manager.query<{ id: string; last: number | string }[]>(sql, some);
      for (const { id, last } of rows) found.set(id, Number(last));
    }
    return found;
  }
}
