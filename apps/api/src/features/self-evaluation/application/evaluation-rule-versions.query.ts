import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { requireWholeCounty } from '../../reporting/index.js';
import {
  evaluationRulesView,
  type EvaluationRulesInForce,
  type EvaluationRuleVersionList,
} from '../http/evaluation-rules.dto.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';

/** The rules of self-evaluation that count, and the versions before them with who published them and why. */
@Injectable()
export class EvaluationRuleVersionsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: EvaluationRuleRepository,
    private readonly years: EvaluationYearRepository,
    private readonly names: PeopleNames,
  ) {}

  async current(): Promise<EvaluationRulesInForce> {
    const { ref, version, content } = await this.rules.newest(this.uow.reader);
    return { ref, version, content: evaluationRulesView(content) };
  }

  /** Newest first. @throws DomainError `forbidden` */
  async versions(user: CurrentUser): Promise<EvaluationRuleVersionList> {
    requireWholeCounty(user, 'rules.manage');
    const { reader } = this.uow;
    const stored = await this.names.beside(reader, await this.rules.list(reader), 'publishedBy');
    const years = await this.years.list(reader);
    return {
      items: stored.map(({ content, publishedAt, ...version }) => ({
        ...version,
        content: evaluationRulesView(content),
        publishedAt: publishedAt === '' ? null : publishedAt,
        years: years.filter(({ rulesRef }) => rulesRef === version.ref).map(({ year }) => year),
      })),
    };
  }
}
