import { PRESET_RULE_PACKS, RATIO_RULE_PACK, rulePackRef } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { PeopleNames } from '../../identity/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { FiscalYearRepository, rulePackView } from '../../targets/index.js';
import type { PresetList, PublishedPackList } from '../http/rules.dto.js';
import { RulePackRepository } from '../persistence/rule-pack.repository.js';
import { requireRuleManager } from './require-rule-manager.js';

/** Published rule packs with who published them, why, and what they are used for; and the presets to start from. */
@Injectable()
export class RulePacksQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly packs: RulePackRepository,
    private readonly years: FiscalYearRepository,
    private readonly rounds: RoundRepository,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `forbidden` */
  async versions(user: CurrentUser): Promise<PublishedPackList> {
    requireRuleManager(user);
    const { reader } = this.uow;
    const versions = await this.packs.list(reader);
    const rounds = await this.rounds.list(reader);
    const years = (await this.years.list(reader)).map(({ year, rulePackRef: ref }) => ({
      year,
      ref: ref ?? rulePackRef(RATIO_RULE_PACK),
    }));
    const nameOf = await this.names.of(
      reader,
      versions.map(({ publishedBy }) => publishedBy),
    );
    return {
      items: versions.map(({ ref, content, publishedAt, publishedBy, note }) => ({
        ref,
        content: rulePackView(content),
        publishedAt,
        publishedBy,
        publishedByName: nameOf(publishedBy),
        note,
        years: years.filter((each) => each.ref === ref).map(({ year }) => year),
        rounds: rounds
          .filter(({ rulePackRef: used }) => used === ref)
          .map(({ year, month, status }) => ({ year, month, locked: status === 'locked' })),
      })),
    };
  }

  /** @throws DomainError `forbidden` */
  async presets(user: CurrentUser, locale: Locale): Promise<PresetList> {
    requireRuleManager(user);
    const stored = new Set((await this.packs.list(this.uow.reader)).map(({ ref }) => ref));
    return {
      items: PRESET_RULE_PACKS.map(({ pack, description }) => ({
        ref: rulePackRef(pack),
        content: rulePackView(pack),
        description: description[locale],
        stored: stored.has(rulePackRef(pack)),
      })),
    };
  }
}
