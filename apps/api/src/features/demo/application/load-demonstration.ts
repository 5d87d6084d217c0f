import { Injectable } from '@nestjs/common';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { RequestBackTest } from '../../monitoring/index.js';
import { ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from '../county/people.js';
import { DEMO_MONTHS, DEMO_YEARS, isEarlierYear, type DemoMonth, type DemoYear } from '../county/demo-types.js';
import { DemoStateRepository } from '../persistence/demo-state.repository.js';
import { DemoAlerts } from './demo-alerts.js';
import { DemoApprovals } from './demo-approvals.js';
import { DemoEvaluations } from './demo-evaluations.js';
import { DemoFollowUps } from './demo-follow-ups.js';
import { DemoPeople } from './demo-people.js';
import { DemoRounds, isOpenRound, OPEN_ROUND } from './demo-rounds.js';
import { DemoSuccessions } from './demo-successions.js';
import { DemoTargets } from './demo-targets.js';
import { DemoTreasuryFigures } from './demo-treasury.js';

export interface Demonstration {
  /** True where this call loaded it, false where it was there, or is not wanted beside other data. */
  readonly loaded: boolean;
  /** None where the database holds other data. */
  readonly accounts: readonly (DemoAccount & { readonly password: string })[];
}

/**
 * The demonstration county, made by the product itself: documents through the import, figures through reporting, lights
 * by the jobs. An interrupted load is completed by the next; a complete one is left alone.
 */
@Injectable()
export class LoadDemonstration {
  constructor(
    private readonly state: DemoStateRepository,
    private readonly people: DemoPeople,
    private readonly targets: DemoTargets,
    private readonly approvals: DemoApprovals,
    private readonly successions: DemoSuccessions,
    private readonly rounds: DemoRounds,
    private readonly treasury: DemoTreasuryFigures,
    private readonly alerts: DemoAlerts,
    private readonly evaluations: DemoEvaluations,
    private readonly followUps: DemoFollowUps,
    private readonly backTest: RequestBackTest,
    private readonly jobs: JobQueue,
  ) {}

  /** True where the county is there and complete. */
  isPresent(): Promise<boolean> {
    return this.people.isComplete();
  }

  /**
   * @param options.once other data in the database is no error: nothing is loaded
   * @throws DomainError `demo-other-data` where the database holds other organisations
   */
  async run({ once }: { readonly once: boolean }): Promise<Demonstration> {
    if (!(await this.people.isBegun()) && (await this.state.hasOrganisations())) {
      if (once) return { loaded: false, accounts: [] };
      throw new DomainError('demo-other-data');
    }
    const accounts = ACCOUNTS.map((account) => ({ ...account, password: DEMO_PASSWORD }));
    if (await this.isPresent()) return { loaded: false, accounts };
    await this.people.addOrganisations();
    await this.targets.run(DEMO_YEARS[0]);
    for (const year of DEMO_YEARS) {
      await this.approvals.run(year);
      for (const month of roundsOf(year)) {
        if (isOpenRound(year, month)) await this.people.addAccountsButTheLast();
        if (month === 12) await this.goOnAfter(year);
        await this.rounds.run(year, month);
      }
      await this.treasury.run(year);
    }
    await this.testForecasts();
    await this.evaluations.run();
    // Before the alerts, of which one opens a rectification of its own: it is taken for loaded by what there is of it.
    await this.followUps.run();
    await this.alerts.run(OPEN_ROUND.year, OPEN_ROUND.month);
    // The last account is added last: its presence says that the load is complete.
    await this.people.addAccounts();
    return { loaded: true, accounts };
  }

  /** Once the treasury's months of the last year that is over are there as well. */
  private async testForecasts(): Promise<void> {
    const { jobId } = await this.backTest.run(await this.people.person('finance'));
    await this.jobs.settled(jobId);
  }

  /** Next year's targets come before this year's December is over. */
  private async goOnAfter(year: DemoYear): Promise<void> {
    const next = DEMO_YEARS.find((each) => each === year + 1);
    if (next === undefined) return;
    await this.targets.run(next);
    await this.successions.run(next);
  }
}

/** Months of the rounds that are there of a year: of the earlier ones only the last was taken over. */
function roundsOf(year: DemoYear): readonly DemoMonth[] {
  if (isEarlierYear(year)) return [12];
  return DEMO_MONTHS.filter((month) => year < OPEN_ROUND.year || month <= OPEN_ROUND.month);
}
