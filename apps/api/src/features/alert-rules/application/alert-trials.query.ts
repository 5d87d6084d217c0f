import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { PeopleNames } from '../../identity/index.js';
import { requireWholeCounty } from '../../reporting/index.js';
import { alertRulesView } from '../http/alert-rules.dto.js';
import type { AlertTrialList, AlertTrialView } from '../http/alert-trials.dto.js';
import type { AlertRuleTrial } from '../persistence/alert-rule-trial.entity.js';
import { AlertRuleTrialRepository } from '../persistence/alert-rule-trial.repository.js';

const MOST_TRIALS = 20;

/** What alert rules were tried of late, by whomever, and what they would raise; and the reader's own that goes on. */
@Injectable()
export class AlertTrialsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trials: AlertRuleTrialRepository,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `forbidden` */
  async list(user: CurrentUser): Promise<AlertTrialList> {
    requireWholeCounty(user, 'rules.manage');
    const { reader } = this.uow;
    const job = await this.trials.underWay(reader, user.username);
    const running = job && { jobId: job.id, status: job.status, done: job.done, total: job.total };
    return { running, items: await this.views(reader, await this.trials.recent(reader, MOST_TRIALS)) };
  }

  /** @throws DomainError `forbidden`, `not-found` where there is none, or no result yet */
  async one(user: CurrentUser, id: string): Promise<AlertTrialView> {
    requireWholeCounty(user, 'rules.manage');
    const trial = await this.trials.finished(this.uow.reader, id);
    const [view] = trial === null ? [] : await this.views(this.uow.reader, [trial]);
    if (view === undefined) throw new DomainError('not-found');
    return view;
  }

  private async views(manager: EntityManager, rows: readonly AlertRuleTrial[]): Promise<AlertTrialView[]> {
    const named = await this.names.beside(manager, rows, 'requestedBy');
    return named.flatMap(({ content, summary, finishedAt, ...trial }) => {
      if (summary === null || finishedAt === null) return [];
      const rounds = summary.rounds.map(({ kinds, ...round }) => ({ ...round, kinds: [...kinds] }));
      return [{ ...trial, content: alertRulesView(content), finishedAt, rounds }];
    });
  }
}
