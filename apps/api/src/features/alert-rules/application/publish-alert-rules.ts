import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DatabaseConflict } from '../../../platform/database/database-conflict.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { plain } from '../../../platform/runtime/plain.js';
import { AuditLog } from '../../audit/index.js';
import { requireWholeCounty } from '../../reporting/index.js';
import type { PublishAlertRulesInput, PublishedAlertRules } from '../http/alert-rules.dto.js';
import { AlertRuleRepository, alertRulesRef } from '../persistence/alert-rule.repository.js';
import { alertRulesPublished } from './alert-rules.events.js';
import { checkedRules } from './checked-rules.js';

/** Publishes alert rules as the next version, which counts from then on. What is raised already names the older one (R49). */
@Injectable()
export class PublishAlertRules {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: AlertRuleRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `forbidden`, `alert-rules-faulty`, `alert-rules-unchanged` where the newest version says the same,
   *   `alert-rules-version-taken` where the version that was changed is no longer the newest
   */
  async run(
    user: CurrentUser,
    { content, basedOn, note }: PublishAlertRulesInput,
    remoteAddress?: string,
  ): Promise<PublishedAlertRules> {
    requireWholeCounty(user, 'rules.manage');
    checkedRules(content);
    try {
      return await this.uow.run(async (manager) => {
        await this.rules.ensurePreset(manager, this.clock.now());
        const newest = await this.rules.newest(manager);
        if (newest.ref !== basedOn) throw new DomainError('alert-rules-version-taken');
        if (isDeepStrictEqual(plain(content), plain(newest.content))) {
          throw new DomainError('alert-rules-unchanged', { ref: newest.ref });
        }
        const version = newest.version + 1;
        const by = actorAt(user, 'rules.manage', EVERYWHERE);
        const published = { ref: alertRulesRef(version), version, content };
        await this.rules.insert(manager, { ...published, publishedAt: this.clock.now(), publishedBy: by.actor, note });
        await this.audit.record(manager, {
          ...by,
          action: 'alert-rules.publish',
          subject: `alert-rules/${published.ref}`,
          before: newest.content,
          after: { ...content, note },
          remoteAddress,
        });
        const jobIds: string[] = [];
        await this.events.publish(manager, alertRulesPublished({ ref: published.ref, actor: by.actor, jobIds }));
        return { ref: published.ref, version, jobIds };
      });
    } catch (error) {
      if (!(error instanceof DatabaseConflict) || error.kind !== 'unique') throw error;
      throw new DomainError('alert-rules-version-taken', {}, [], { cause: error });
    }
  }
}
