import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { SaveBulkReports } from '../../reporting/index.js';
import { TakeTreasuryFigures, type DeliveryRow, type TakenDelivery } from '../../treasury/index.js';
import type { DemoProject, DemoProjectYear, DemoUnit, DemoYear } from '../county/demo-types.js';
import { UNITS } from '../county/people.js';
import { TREASURY, type DemoTreasury } from '../county/treasury.js';
import { DemoPeople } from './demo-people.js';
import { OPEN_ROUND } from './demo-rounds.js';
import { projectsOf } from './document-text.js';
import { projectCode } from './project-code.js';
import { paidFen } from './reported-figures.js';

const FEN_PER_WAN = 1_000_000;
const months = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);
/** Funds are released for the quarter ahead and arrive a little later. */
const RELEASED_SHARE = 0.85;
const RECEIVED_SHARE = 0.8;

interface Paid {
  readonly unit: DemoUnit;
  readonly project: DemoProject;
  readonly run: DemoProjectYear;
}

/** Treasury figures month by month: of all projects in the years that are over, of some in the year under way. */
@Injectable()
export class DemoTreasuryFigures {
  constructor(
    private readonly people: DemoPeople,
    private readonly take: TakeTreasuryFigures,
    private readonly reports: SaveBulkReports,
    private readonly jobs: JobQueue,
  ) {}

  /** The same again changes no figure. */
  async run(year: DemoYear): Promise<void> {
    const finance = await this.people.person('finance');
    if (year !== OPEN_ROUND.year) {
      await this.deliver(finance, year, `国库支付数据-${year}年1-12月.xlsx`, pastRows(year));
      return;
    }
    const name = `国库支付数据-${year}年1-${OPEN_ROUND.month}月.xlsx`;
    const rows = TREASURY.flatMap((each) => rowsOf(each));
    if (!(await this.isThere(finance, year, name, rows))) {
      await this.deliver(
        finance,
        year,
        name,
        TREASURY.flatMap((each) => rowsOf(each, each.mistake)),
      );
      await this.deliver(finance, year, `国库支付数据-${year}年更正.xlsx`, rows);
    }
    const explained = await Promise.all(TREASURY.map((each) => this.explain(each)));
    for (const jobId of explained.flat()) await this.jobs.settled(jobId);
  }

  /** What was corrected already must not be wrong for a while once more. */
  private async isThere(user: CurrentUser, year: DemoYear, name: string, rows: DeliveryRow[]): Promise<boolean> {
    const { counts } = await this.take.run(user, delivery(year, name, rows), { allOrNothing: true, dryRun: true });
    return counts.unchanged === rows.length;
  }

  private async deliver(user: CurrentUser, year: DemoYear, name: string, rows: DeliveryRow[]): Promise<void> {
    const options = { allOrNothing: true, dryRun: false };
    const { jobIds }: TakenDelivery = await this.take.run(user, delivery(year, name, rows), options);
    for (const jobId of jobIds) await this.jobs.settled(jobId);
  }

  private async explain(treasury: DemoTreasury): Promise<readonly string[]> {
    const { unit, note: differenceNote } = treasury;
    if (differenceNote === null) return [];
    const clerk = await this.people.clerkOf(unit);
    const code = codeOf(paidOf(treasury), OPEN_ROUND.year);
    return (await this.reports.run(clerk, OPEN_ROUND, { projects: [{ code, differenceNote }] })).jobIds;
  }
}

const delivery = (year: DemoYear, sourceName: string, rows: DeliveryRow[]) => ({
  year,
  basis: 'cumulative' as const,
  coverage: null,
  channel: 'file' as const,
  sourceName,
  fileSha256: null,
  rows,
  faults: [],
});

const codeOf = ({ unit, project }: Paid, year: DemoYear): string => projectCode(unit, project, year);

/** Every project of a year that is over; at the ends of its rounds the treasury agrees with what was reported. */
function pastRows(year: DemoYear): DeliveryRow[] {
  const paid = UNITS.flatMap((unit) =>
    projectsOf(unit, year).flatMap((project): Paid[] => {
      const run = project.years[year];
      return run ? [{ unit, project, run }] : [];
    }),
  );
  return paid.flatMap((one) => {
    const code = codeOf(one, year);
    return months(12).map((month) => ({
      at: `${code} ${month}`,
      code,
      month,
      given: { expenditureFen: paidFen({ ...one, year }, month) },
    }));
  });
}

function rowsOf(treasury: DemoTreasury, mistake: DemoTreasury['mistake'] = undefined): DeliveryRow[] {
  const { year } = OPEN_ROUND;
  const paid = paidOf(treasury);
  const code = codeOf(paid, year);
  const budgetFen = Math.round(paid.run.budget * FEN_PER_WAN);
  const releasedFen = hundredYuan(budgetFen * RELEASED_SHARE);
  const receivedFen = hundredYuan(budgetFen * RECEIVED_SHARE);
  return months(OPEN_ROUND.month).map((month) => {
    const differs = month === OPEN_ROUND.month ? treasury.differs : 0;
    const wrong = month === mistake?.month ? mistake.amount : 0;
    const own = paidFen({ ...paid, year }, month, treasury.fiscalOnly ? 'fiscalFen' : 'expenditureFen');
    const fen = own + Math.round((differs + wrong) * FEN_PER_WAN);
    const spending = treasury.fiscalOnly ? { fiscalFen: fen } : { expenditureFen: fen };
    return { at: `${code} ${month}`, code, month, given: { ...spending, releasedFen, receivedFen } };
  });
}

function paidOf({ unit: unitCode, project: name }: DemoTreasury): Paid {
  const unit = UNITS.find(({ code }) => code === unitCode);
  const project = unit?.projects.find((each) => each.name === name);
  const run = project?.years[OPEN_ROUND.year];
  if (!unit || !project || !run) throw new Error(`The demonstration has no project ${name} in ${OPEN_ROUND.year}`);
  return { unit, project, run };
}

const hundredYuan = (fen: number): number => Math.round(fen / 10_000) * 10_000;
