import { RATIO_RULE_PACK, rulePackRef, type RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockRows } from '../../../platform/database/row-locks.js';
import { FiscalYear } from './fiscal-year.entity.js';
import { RulePackVersion } from './rule-pack-version.entity.js';

/** The two things that must stand before a project or a round can: its fiscal year and a published rule pack. */
@Injectable()
export class FiscalYearRepository {
  /** Opens the year where it is not there yet; two requests at once make one row. */
  async ensure(manager: EntityManager, year: number, now: string): Promise<void> {
    const row = { year, status: 'open' as const, createdAt: now };
    await manager.createQueryBuilder().insert().into(FiscalYear).values(row).orIgnore().execute();
  }

  /**
   * Opens the year where it is not there yet, and holds it until the transaction ends: what adds to a year as a whole
   * (imports, rounds) comes one after the other, so that each reads what the one before has stored.
   */
  async hold(manager: EntityManager, year: number, now: string): Promise<void> {
    // Asked for before it is inserted: an insert that finds the row shares it, and two that share it cannot both hold it.
    await lockRows(manager, 'fiscal_year', [year], 'exclusive', 'year');
    await this.ensure(manager, year, now);
    await lockRows(manager, 'fiscal_year', [year], 'exclusive', 'year');
  }

  /**
   * Publishes the default rule pack where it is not stored yet and returns the reference that lights keep (R49).
   * A stored version is never overwritten: its content is what past lights were judged by.
   */
  async ensureDefaultRulePack(manager: EntityManager, now: string): Promise<string> {
    const ref = rulePackRef(RATIO_RULE_PACK);
    const { id: packId, version } = RATIO_RULE_PACK;
    const row = { ref, packId, version, content: RATIO_RULE_PACK, publishedAt: now };
    await manager.createQueryBuilder().insert().into(RulePackVersion).values(row).orIgnore().execute();
    return ref;
  }

  /** @throws Error where a round names a rule pack that is not stored, which a foreign key forbids. */
  async rulePack(manager: EntityManager, ref: string): Promise<RulePack> {
    const { content } = await manager.findOneByOrFail(RulePackVersion, { ref });
    return content;
  }
}
