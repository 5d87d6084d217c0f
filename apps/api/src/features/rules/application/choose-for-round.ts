import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { RoundRepository, roundView, rulePackChanged } from '../../reporting/index.js';
import { FiscalYearRepository } from '../../targets/index.js';
import type { RoundPath, RoundRulesInput, RulesOfRound } from '../http/rules.dto.js';
import { requireRuleManager } from './require-rule-manager.js';

/** Has a round that is not locked judged by other rules, all of its lights anew. */
@Injectable()
export class ChooseForRound {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly years: FiscalYearRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly liveEvents: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * Choosing what is chosen already records nothing and judges nothing.
   * @throws DomainError `forbidden`, `round-not-found`, `round-locked`, `rule-pack-not-found`
   */
  async run(
    user: CurrentUser,
    { year, month }: RoundPath,
    { ref, note }: RoundRulesInput,
    remoteAddress?: string,
  ): Promise<RulesOfRound> {
    requireRuleManager(user);
    return this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'exclusive');
      if (round.status === 'locked') throw new DomainError('round-locked', { year, month });
      await this.years.chosenRulePack(manager, ref, this.clock.now());
      const jobIds: string[] = [];
      const changed = { ...round, rulePackRef: ref };
      const view = { ...roundView(changed, this.clock.today()), jobIds };
      if (round.rulePackRef === ref) return view;
      await this.rounds.update(manager, round.id, { rulePackRef: ref });
      await this.events.publish(manager, rulePackChanged({ roundId: round.id, actor: user.username, jobIds }));
      await this.audit.record(manager, {
        ...actorAt(user, 'rules.manage', EVERYWHERE),
        action: 'rules.choose-for-round',
        subject: `round/${year}-${month}`,
        before: { rulePack: round.rulePackRef },
        after: { rulePack: ref, note },
        remoteAddress,
      });
      this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects: [] }));
      return view;
    });
  }
}
