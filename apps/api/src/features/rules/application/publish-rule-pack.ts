import { isDeepStrictEqual } from 'node:util';
import { PRESET_RULE_PACKS, rulePackRef, type RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DatabaseConflict } from '../../../platform/database/database-conflict.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { plain } from '../../../platform/runtime/plain.js';
import { AuditLog } from '../../audit/index.js';
import { FiscalYearRepository, rulePackView, type RulePackVersion } from '../../targets/index.js';
import type { PublishInput, PublishedPack } from '../http/rules.dto.js';
import { RulePackRepository } from '../persistence/rule-pack.repository.js';
import { checkedPack } from './checked-pack.js';
import { requireRuleManager } from './require-rule-manager.js';

/** Publishes rules as the next version of their id. From then on they stand as they are: lights will name them (R49). */
@Injectable()
export class PublishRulePack {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly packs: RulePackRepository,
    private readonly years: FiscalYearRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `forbidden`, `rule-pack-faulty`, `rule-pack-unchanged` where the newest version says the same,
   *   `rule-pack-version-taken` where somebody else publishes at the same time
   */
  async run(user: CurrentUser, { content, note }: PublishInput, remoteAddress?: string): Promise<PublishedPack> {
    requireRuleManager(user);
    try {
      return await this.uow.run(async (manager) => {
        const newest = await this.newest(manager, content.id);
        const pack = checkedPack(content, (newest?.version ?? 0) + 1);
        if (newest !== null && isSame(pack, newest.content)) throw unchanged(newest);
        const by = actorAt(user, 'rules.manage', EVERYWHERE);
        const ref = rulePackRef(pack);
        await this.packs.insert(manager, {
          ref,
          packId: pack.id,
          version: pack.version,
          content: pack,
          publishedAt: this.clock.now(),
          publishedBy: by.actor,
          note,
        });
        await this.audit.record(manager, {
          ...by,
          action: 'rules.publish',
          subject: `rule-pack/${ref}`,
          before: newest?.content,
          after: { ...pack, note },
          remoteAddress,
        });
        return { ref, content: rulePackView(pack) };
      });
    } catch (error) {
      if (!(error instanceof DatabaseConflict) || error.kind !== 'unique') throw error;
      throw new DomainError('rule-pack-version-taken', { id: content.id }, [], { cause: error });
    }
  }

  /** A preset is the first version of its id, also where nobody has chosen it yet. */
  private async newest(manager: EntityManager, id: string): Promise<RulePackVersion | null> {
    const preset = PRESET_RULE_PACKS.find(({ pack }) => pack.id === id);
    if (preset !== undefined) await this.years.ensureRulePack(manager, preset.pack, this.clock.now());
    return this.packs.newest(manager, id);
  }
}

const isSame = (pack: RulePack, other: RulePack): boolean =>
  isDeepStrictEqual(plain({ ...pack, version: 0 }), plain({ ...other, version: 0 }));

const unchanged = ({ ref }: RulePackVersion): DomainError => new DomainError('rule-pack-unchanged', { ref });
