import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { ReportView } from '../http/reporting.dto.js';
import type { ReportKey } from './report-access.js';
import { ReportQuery } from './report.query.js';
import type { TakenStep } from './step-check.js';
import { TakeSteps } from './take-steps.js';

/** Takes a step with one report: hands it in, or takes it back. */
@Injectable()
export class StepReport {
  constructor(
    private readonly steps: TakeSteps,
    private readonly report: ReportQuery,
  ) {}

  /** @throws DomainError whatever `TakeSteps` refuses the round or this report for, with everything that is missing */
  async run(
    user: CurrentUser,
    key: ReportKey,
    step: Extract<TakenStep, 'submit' | 'withdraw'>,
    version: number,
    locale: Locale,
    remoteAddress?: string,
  ): Promise<ReportView> {
    const { projectId } = key;
    const { refused } = await this.steps.run(user, key, { step, projects: [{ projectId, version }] }, remoteAddress);
    const refusal = refused.get(projectId);
    if (refusal !== undefined) throw refusal;
    return this.report.run(user, key, locale);
  }
}
