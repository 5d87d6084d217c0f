import { DEFAULT_ALERT_RULES, type AlertRuleSet } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AlertRuleVersion } from './alert-rule-version.entity.js';

export const alertRulesRef = (version: number): string => `alert-rules@${version}`;

/** What counts until somebody publishes anything. */
const PRESET = { ref: alertRulesRef(1), version: 1, content: DEFAULT_ALERT_RULES };

/** Published alert rules. They are added and read, never changed (R49). */
@Injectable()
export class AlertRuleRepository {
  /** Newest first; the preset alone where nothing is stored yet. */
  async list(manager: EntityManager): Promise<AlertRuleVersion[]> {
    const stored = await manager.find(AlertRuleVersion, { order: { version: 'DESC' } });
    return stored.length > 0 ? stored : [{ ...PRESET, publishedAt: '', publishedBy: null, note: null }];
  }

  /** The version that counts. */
  async newest(manager: EntityManager): Promise<{ ref: string; version: number; content: AlertRuleSet }> {
    const [stored] = await manager.find(AlertRuleVersion, { order: { version: 'DESC' }, take: 1 });
    return stored ?? PRESET;
  }

  /** Stores the preset as version 1 where it is not stored yet; two requests at once make one row. */
  async ensurePreset(manager: EntityManager, now: string): Promise<void> {
    const row = { ...PRESET, publishedAt: now, publishedBy: null, note: null };
    await manager.createQueryBuilder().insert().into(AlertRuleVersion).values(row).orIgnore().execute();
  }

  /** @throws DatabaseConflict `unique` where somebody else has just published this version */
  async insert(manager: EntityManager, version: AlertRuleVersion): Promise<void> {
    await manager.insert(AlertRuleVersion, version);
  }
}
