import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { requireWholeCounty } from '../../reporting/index.js';
import { alertRulesView, type AlertRulesInForce, type AlertRuleVersionList } from '../http/alert-rules.dto.js';
import { AlertRuleRepository } from '../persistence/alert-rule.repository.js';

/** The alert rules that count, and the versions before them with who published them and why. */
@Injectable()
export class AlertRuleVersionsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: AlertRuleRepository,
    private readonly names: PeopleNames,
  ) {}

  async current(): Promise<AlertRulesInForce> {
    const { ref, version, content } = await this.rules.newest(this.uow.reader);
    return { ref, version, content: alertRulesView(content) };
  }

  /** Newest first. @throws DomainError `forbidden` */
  async versions(user: CurrentUser): Promise<AlertRuleVersionList> {
    requireWholeCounty(user, 'rules.manage');
    const { reader } = this.uow;
    const stored = await this.rules.list(reader);
    const nameOf = await this.names.of(
      reader,
      stored.map(({ publishedBy }) => publishedBy),
    );
    return {
      items: stored.map(({ content, publishedAt, publishedBy, ...version }) => ({
        ...version,
        content: alertRulesView(content),
        publishedAt: publishedAt === '' ? null : publishedAt,
        publishedBy,
        publishedByName: nameOf(publishedBy),
      })),
    };
  }
}
