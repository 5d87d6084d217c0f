import { RATIO_RULE_PACK, rulePackRef } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AuditLog } from '../../audit/index.js';
import { FiscalYearRepository } from '../../targets/index.js';
import type { RulesOfYear, YearRulesInput } from '../http/rules.dto.js';
import { requireRuleManager } from './require-rule-manager.js';

/** Chooses what the rounds of a year are judged by that are opened from now on. Rounds that are there keep their rules. */
@Injectable()
export class ChooseForYear {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly years: FiscalYearRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Choosing what is chosen already records nothing.
   * @throws DomainError `forbidden`, `rule-pack-not-found`
   */
  async run(user: CurrentUser, year: number, { ref }: YearRulesInput, remoteAddress?: string): Promise<RulesOfYear> {
    requireRuleManager(user);
    await this.uow.run(async (manager) => {
      const now = this.clock.now();
      await this.years.hold(manager, year, now);
      await this.years.chosenRulePack(manager, ref, now);
      const before = (await this.years.find(manager, year))?.rulePackRef ?? rulePackRef(RATIO_RULE_PACK);
      if (before === ref) return;
      await this.years.chooseRulePack(manager, year, ref);
      await this.audit.record(manager, {
        ...actorAt(user, 'rules.manage', EVERYWHERE),
        action: 'rules.choose-for-year',
        subject: `fiscal-year/${year}`,
        before: { rulePack: before },
        after: { rulePack: ref },
        remoteAddress,
      });
    });
    return { year, rulePack: ref };
  }
}
