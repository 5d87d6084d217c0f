import { Injectable } from '@nestjs/common';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { SaveBulkReports } from '../../reporting/index.js';
import { TakeTreasuryFigures, type DeliveryRow } from '../../treasury/index.js';
import { DEMO_MONTHS, type DemoMonth } from '../county/demo-types.js';
import { UNITS } from '../county/people.js';
import { TREASURY, type DemoTreasury } from '../county/treasury.js';
import { DemoPeople } from './demo-people.js';
import { OPEN_ROUND } from './demo-rounds.js';
import { projectCode } from './project-code.js';
import { reportedFigures } from './reported-figures.js';

const FEN_PER_WAN = 1_000_000;
const MONTHS = Array.from({ length: OPEN_ROUND.month }, (_, index) => index + 1);
/** Funds are released for the quarter ahead and arrive a little later. */
const RELEASED_SHARE = 0.85;
const RECEIVED_SHARE = 0.8;

interface Figures {
  readonly code: string;
  readonly budgetFen: number;
  /** Cumulative 分 at the end of a month, as the unit reports it. */
  readonly own: (month: number) => number;
}

/** Treasury figures of some projects, month by month, and what a unit says to the difference. */
@Injectable()
export class DemoTreasuryFigures {
  constructor(
    private readonly people: DemoPeople,
    private readonly take: TakeTreasuryFigures,
    private readonly reports: SaveBulkReports,
    private readonly jobs: JobQueue,
  ) {}

  /** The same again changes no figure. */
  async run(): Promise<void> {
    const rows = TREASURY.flatMap(rowsOf);
    const finance = await this.people.person('finance');
    const { jobIds } = await this.take.run(
      finance,
      {
        year: OPEN_ROUND.year,
        basis: 'cumulative',
        coverage: null,
        channel: 'file',
        sourceName: `国库支付数据-${OPEN_ROUND.year}年1-${OPEN_ROUND.month}月.xlsx`,
        fileSha256: null,
        rows,
        faults: [],
      },
      { allOrNothing: true, dryRun: false },
    );
    const explained = await Promise.all(TREASURY.map((each) => this.explain(each)));
    for (const jobId of [...jobIds, ...explained.flat()]) await this.jobs.settled(jobId);
  }

  private async explain(treasury: DemoTreasury): Promise<readonly string[]> {
    const { unit, note: differenceNote } = treasury;
    if (differenceNote === null) return [];
    const clerk = await this.people.clerkOf(unit);
    const { code } = figuresOf(treasury);
    return (await this.reports.run(clerk, OPEN_ROUND, { projects: [{ code, differenceNote }] })).jobIds;
  }
}

function rowsOf(treasury: DemoTreasury): DeliveryRow[] {
  const { code, budgetFen, own } = figuresOf(treasury);
  const releasedFen = hundredYuan(budgetFen * RELEASED_SHARE);
  const receivedFen = hundredYuan(budgetFen * RECEIVED_SHARE);
  return MONTHS.map((month) => {
    const differs = month === OPEN_ROUND.month ? Math.round(treasury.differs * FEN_PER_WAN) : 0;
    const paid = own(month) + differs;
    const spending = treasury.fiscalOnly ? { fiscalFen: paid } : { expenditureFen: paid };
    return { at: `${code} ${month}`, code, month, given: { ...spending, releasedFen, receivedFen } };
  });
}

function figuresOf({ unit: unitCode, project: name, fiscalOnly }: DemoTreasury): Figures {
  const { year } = OPEN_ROUND;
  const unit = UNITS.find(({ code }) => code === unitCode);
  const project = unit?.projects.find((each) => each.name === name);
  const run = project?.years[year];
  if (!unit || !project || !run) throw new Error(`The demonstration has no project ${name} in ${year}`);
  const reported = (month: DemoMonth): number => {
    const figures = reportedFigures({ project, run, year, month });
    return (fiscalOnly ? figures?.fiscalFen : figures?.expenditureFen) ?? 0;
  };
  return {
    code: projectCode(unit, project, year),
    budgetFen: Math.round(run.budget * FEN_PER_WAN),
    own: (month) => between(reported, month),
  };
}

/** Evenly from one reported month to the next. */
function between(reported: (month: DemoMonth) => number, month: number): number {
  const next = DEMO_MONTHS.find((each) => each >= month) ?? 12;
  const before = DEMO_MONTHS.findLast((each) => each < month);
  const [from, to] = [before === undefined ? 0 : reported(before), reported(next)];
  const start = before ?? 0;
  return month === next ? to : hundredYuan(from + ((to - from) * (month - start)) / (next - start));
}

const hundredYuan = (fen: number): number => Math.round(fen / 10_000) * 10_000;
