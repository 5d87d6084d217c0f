import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';

/** The hash of the latest seal of some hundred self-evaluations, by their ids; none of those that were never sealed. */
@Injectable()
export class EvaluationSealHashes {
  async of(manager: EntityManager, evaluationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (evaluationIds.length === 0) return new Map();
    const sql = `select evaluation_id as id, hash as hash from self_evaluation_seal
                 where evaluation_id in (${placeholders(evaluationIds.length)}) order by version`;
    const rows = await manager.query<{ id: string; hash: string }[]>(sql, [...evaluationIds]);
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }
}
