import { PRESET_RULE_PACKS, RATIO_RULE_PACK, rulePackRef, type RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockRows } from '../../../platform/database/row-locks.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
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

  list(manager: EntityManager): Promise<FiscalYear[]> {
    return manager.find(FiscalYear, { order: { year: 'DESC' } });
  }

  find(manager: EntityManager, year: number): Promise<FiscalYear | null> {
    return manager.findOneBy(FiscalYear, { year });
  }

  /** Which rule pack the rounds of a year are opened with from now on; the year is there. */
  async chooseRulePack(manager: EntityManager, year: number, ref: string): Promise<void> {
    await manager.update(FiscalYear, { year }, { rulePackRef: ref });
  }

  /** Reference of the rule pack that a round of this year is opened with: the year's choice, else the default one. */
  async rulePackForYear(manager: EntityManager, year: number, now: string): Promise<string> {
    const chosen = (await this.find(manager, year))?.rulePackRef;
    return chosen ?? this.ensureRulePack(manager, RATIO_RULE_PACK, now);
  }

  /**
   * Stores a preset where it is not stored yet and returns the reference that lights keep (R49).
   * A stored version is never overwritten: its content is what past lights were judged by.
   */
  async ensureRulePack(manager: EntityManager, pack: RulePack, now: string): Promise<string> {
    const ref = rulePackRef(pack);
    const { id: packId, version } = pack;
    const row = { ref, packId, version, content: pack, publishedAt: now, publishedBy: null, note: null };
    await manager.createQueryBuilder().insert().into(RulePackVersion).values(row).orIgnore().execute();
    return ref;
  }

  /**
   * The rule pack that somebody has chosen; a preset is stored the first time.
   * @throws DomainError `rule-pack-not-found`
   */
  async chosenRulePack(manager: EntityManager, ref: string, now: string): Promise<RulePack> {
    const preset = PRESET_RULE_PACKS.find(({ pack }) => rulePackRef(pack) === ref);
    if (preset !== undefined) await this.ensureRulePack(manager, preset.pack, now);
    const stored = await manager.findOneBy(RulePackVersion, { ref });
    if (stored === null) throw new DomainError('rule-pack-not-found', { ref });
    return stored.content;
  }

  /** @throws Error where a round names a rule pack that is not stored, which a foreign key forbids. */
  async rulePack(manager: EntityManager, ref: string): Promise<RulePack> {
    const { content } = await manager.findOneByOrFail(RulePackVersion, { ref });
    return content;
  }
}
