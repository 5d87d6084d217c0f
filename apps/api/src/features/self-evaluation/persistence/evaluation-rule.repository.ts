import { DEFAULT_EVALUATION_RULES, type EvaluationRules } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EvaluationRuleVersion } from './evaluation-rule-version.entity.js';

export const evaluationRulesRef = (version: number): string => `evaluation-rules@${version}`;

/** What counts until somebody publishes anything. */
const PRESET = { ref: evaluationRulesRef(1), version: 1, content: DEFAULT_EVALUATION_RULES };

export type RulesInForce = Pick<EvaluationRuleVersion, 'ref' | 'version' | 'content'>;

/** Published rules of self-evaluation. They are added and read, never changed (R49). */
@Injectable()
export class EvaluationRuleRepository {
  /** Newest first; the preset alone where nothing is stored yet. */
  async list(manager: EntityManager): Promise<EvaluationRuleVersion[]> {
    const stored = await manager.find(EvaluationRuleVersion, { order: { version: 'DESC' } });
    return stored.length > 0 ? stored : [{ ...PRESET, publishedAt: '', publishedBy: null, note: null }];
  }

  /** The version that counts for years that are opened from now on. */
  async newest(manager: EntityManager): Promise<RulesInForce> {
    const [stored] = await manager.find(EvaluationRuleVersion, { order: { version: 'DESC' }, take: 1 });
    return stored ?? PRESET;
  }

  /** Null where no such version was published. */
  async find(manager: EntityManager, ref: string): Promise<EvaluationRuleVersion | null> {
    return manager.findOneBy(EvaluationRuleVersion, { ref });
  }

  /** All of them, by their reference. */
  async byRef(manager: EntityManager): Promise<ReadonlyMap<string, EvaluationRules>> {
    return new Map((await this.list(manager)).map(({ ref, content }) => [ref, content]));
  }

  /** Of a version that rows refer to. */
  async content(manager: EntityManager, ref: string): Promise<EvaluationRules> {
    return (await manager.findOneByOrFail(EvaluationRuleVersion, { ref })).content;
  }

  /** Stores the preset as version 1 where it is not stored yet; two requests at once make one row. */
  async ensurePreset(manager: EntityManager, now: string): Promise<void> {
    const row = { ...PRESET, publishedAt: now, publishedBy: null, note: null };
    await manager.createQueryBuilder().insert().into(EvaluationRuleVersion).values(row).orIgnore().execute();
  }

  /** @throws DatabaseConflict `unique` where somebody else has just published this version */
  async insert(manager: EntityManager, version: EvaluationRuleVersion): Promise<void> {
    await manager.insert(EvaluationRuleVersion, version);
  }
}
