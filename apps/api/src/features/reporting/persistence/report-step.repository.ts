import type { ReportStep as Step } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { contentOfDocument } from '../application/report-document.js';
import type { ReportContent } from '../application/stored-report.js';
import { ReportStep } from './report-step.entity.js';

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

/** What a report was like at an earlier step. */
export interface Baseline {
  readonly step: Pick<ReportStep, 'step' | 'at' | 'actor' | 'actorName' | 'message'>;
  readonly content: ReportContent;
}

export type StepHeading = Omit<ReportStep, 'content'>;

/** The trail of steps. Everything is read and written for a set of reports by a few statements. */
@Injectable()
export class ReportStepRepository {
  /** Adds steps, each behind those that its report has; `seq` is given here. */
  async add(manager: EntityManager, steps: readonly Omit<ReportStep, 'seq'>[]): Promise<void> {
    const last = await this.lastSeqs(
      manager,
      steps.map(({ reportId }) => reportId),
    );
    const rows = steps.map((step): ReportStep => ({ ...step, seq: (last.get(step.reportId) ?? 0) + 1 }));
    await insertRows(manager, ReportStep, rows);
  }

  /** The steps of each report, oldest first, without their content. */
  async ofReports(
    manager: EntityManager,
    reportIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StepHeading[]>> {
    return groupByReport(await this.headings(manager, reportIds));
  }

  /**
   * What each report was like at its last step of these kinds: the content that had been handed in before it. A report
   * without such a step is left out.
   */
  async baselines(
    manager: EntityManager,
    reportIds: readonly string[],
    kinds: readonly Step[],
  ): Promise<ReadonlyMap<string, Baseline>> {
    const wanted = new Map<string, { readonly step: StepHeading; readonly contentId: string }>();
    for (const [reportId, steps] of groupByReport(await this.headings(manager, reportIds))) {
      const step = steps.findLast((each) => kinds.includes(each.step));
      const submitted = step && steps.findLast((each) => each.step === 'submit' && each.seq < step.seq);
      if (step && submitted) wanted.set(reportId, { step, contentId: submitted.id });
    }
    const contents = await this.contents(
      manager,
      [...wanted.values()].map(({ contentId }) => contentId),
    );
    return new Map(
      [...wanted].flatMap(([reportId, { step, contentId }]) => {
        const content = contents.get(contentId);
        return content === undefined ? [] : [[reportId, { step, content }] as const];
      }),
    );
  }

  private async headings(manager: EntityManager, reportIds: readonly string[]): Promise<readonly StepHeading[]> {
    return inChunks(reportIds, (ids) =>
      manager.find(ReportStep, {
        select: {
          id: true,
          reportId: true,
          seq: true,
          step: true,
          fromState: true,
          toState: true,
          at: true,
          actor: true,
          actorName: true,
          onBehalfOf: true,
          message: true,
          version: true,
        },
        where: { reportId: In(ids) },
        order: { reportId: 'ASC', seq: 'ASC' },
      }),
    );
  }

  private async contents(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, ReportContent>> {
    const rows = await inChunks(ids, (some) => manager.findBy(ReportStep, { id: In(some) }));
    return new Map(
      rows.flatMap(({ id, content }) => (content === null ? [] : [[id, contentOfDocument(content)] as const])),
    );
  }

  private async lastSeqs(manager: EntityManager, reportIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await inChunks(reportIds, (ids) =>
      manager.query<{ reportId: string; seq: number | string }[]>(
        `select report_id as reportId, max(seq) as seq from report_step
         where report_id in (${placeholders(ids.length)}) group by report_id`,
        ids,
      ),
    );
    return new Map(rows.map(({ reportId, seq }) => [reportId, Number(seq)]));
  }
}

async function inChunks<I, O>(items: readonly I[], work: (chunk: I[]) => Promise<readonly O[]>): Promise<readonly O[]> {
  const all: O[] = [];
  for (let start = 0; start < items.length; start += CHUNK)
    all.push(...(await work(items.slice(start, start + CHUNK))));
  return all;
}

function groupByReport(steps: readonly StepHeading[]): ReadonlyMap<string, StepHeading[]> {
  const groups = new Map<string, StepHeading[]>();
  for (const step of steps) {
    const group = groups.get(step.reportId);
    if (group) group.push(step);
    else groups.set(step.reportId, [step]);
  }
  return groups;
}
