import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import {
  EvaluationListsQuery,
  EvaluationQuery,
  EvaluationYearRepository,
  OpenEvaluationYear,
  SaveEvaluation,
  TakeEvaluationSteps,
  TakeFinalAccounts,
  type EvaluationDetail,
  type EvaluationInputBody,
} from '../../self-evaluation/index.js';
import {
  ACCOUNT,
  ACHIEVED,
  EVALUATED_YEAR,
  EVALUATIONS,
  EXPLANATION,
  RETURN_MESSAGE,
  REVIEW,
  type DemoEvaluations as UnitEvaluations,
  type EvaluationStage,
} from '../county/evaluations.js';
import { DemoPeople } from './demo-people.js';
import { DemoRectifications } from './demo-rectifications.js';

type Step = Parameters<TakeEvaluationSteps['run']>[1]['step'];
type Points = NonNullable<Parameters<TakeEvaluationSteps['run']>[1]['evaluations'][number]['points']>;

/** The self-evaluation of the last year that is over, on its way: some accepted, some returned, some still drafts. */
@Injectable()
export class DemoEvaluations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: DemoPeople,
    private readonly rectifications: DemoRectifications,
    private readonly years: EvaluationYearRepository,
    private readonly open: OpenEvaluationYear,
    private readonly lists: EvaluationListsQuery,
    private readonly query: EvaluationQuery,
    private readonly save: SaveEvaluation,
    private readonly steps: TakeEvaluationSteps,
    private readonly accounts: TakeFinalAccounts,
    private readonly jobs: JobQueue,
  ) {}

  /** Does what is still missing: what people do is there as a whole or not at all. */
  async run(): Promise<void> {
    const finance = await this.people.person('finance');
    if ((await this.years.find(this.uow.reader, EVALUATED_YEAR)) === null) {
      const opened = { year: EVALUATED_YEAR, frame: 'A', submitBy: this.rectifications.day(20) } as const;
      const { jobId } = await this.open.run(finance, opened);
      const status = jobId === null ? 'succeeded' : await this.jobs.settled(jobId);
      if (status !== 'succeeded') throw new Error(`Drafting the self-evaluations ended as ${status}`);
    }
    const { byState, projects } = await this.lists.progress(finance, { year: EVALUATED_YEAR });
    if (byState.draft < projects) return;
    await this.uow.run(async () => {
      for (const unit of EVALUATIONS) await this.take(unit);
      await this.bringAccount();
    });
  }

  private async take(unit: UnitEvaluations): Promise<void> {
    const ids = await this.idsOf(unit.unit);
    for (const [index, id] of ids.entries()) {
      const stage = unit.stages[index] ?? unit.stages.at(-1) ?? 'draft';
      if (stage !== 'draft') await this.bringTo(unit, id, stage);
    }
  }

  private async bringTo(unit: UnitEvaluations, id: string, stage: EvaluationStage): Promise<void> {
    const clerk = await this.people.person(unit.clerk);
    await this.save.run(clerk, id, completed(await this.query.run(clerk, id, 'zh')));
    await this.step(clerk, id, 'submit');
    if (stage === 'submitted') return;
    const approver = await this.people.person(unit.approver);
    if (stage === 'returned') return this.step(approver, id, 'return', { message: RETURN_MESSAGE });
    await this.step(approver, id, 'approve');
    if (stage === 'unitApproved') return;
    const reviewer = await this.people.person(unit.reviewer);
    await this.step(reviewer, id, 'review', { points: lessPoints(await this.query.run(reviewer, id, 'zh')) });
    if (stage === 'accepted') await this.step(await this.people.person('finance'), id, 'accept');
  }

  private async step(
    person: CurrentUser,
    id: string,
    step: Step,
    { message, points }: { readonly message?: string; readonly points?: Points } = {},
  ): Promise<void> {
    const { version } = await this.query.run(person, id, 'zh');
    const evaluations = [{ id, version, ...(points === undefined ? {} : { points }) }];
    const { refused } = await this.steps.run(person, { step, evaluations, message });
    const refusal = refused.get(id);
    if (refusal !== undefined) throw refusal;
  }

  private async bringAccount(): Promise<void> {
    const finance = await this.people.person('finance');
    const [id] = await this.idsOf(ACCOUNT.unit);
    if (id === undefined) return;
    const { projectCode, expenditureFen } = await this.query.run(finance, id, 'zh');
    if (projectCode === null || expenditureFen === null) return;
    const amounts = {
      expenditureFen: expenditureFen - ACCOUNT.lessFen,
      fiscalFen: null,
      carriedFen: null,
      otherFen: null,
    };
    const row = { at: 'rows.0', code: projectCode, name: null, note: ACCOUNT.note, ...amounts };
    const delivery = { year: EVALUATED_YEAR, sourceName: null, rows: [row], faults: [], ignoredColumns: [] };
    await this.accounts.run(finance, delivery, { dryRun: false });
  }

  /** Of a unit, by name. */
  private async idsOf(unit: string): Promise<readonly string[]> {
    const finance = await this.people.person('finance');
    const { id: organisationId } = await this.people.organisation(unit);
    const wanted = { year: EVALUATED_YEAR, organisationId, sort: 'name', page: 1, size: 200 } as const;
    return (await this.lists.page(finance, wanted)).items.map(({ id }) => id);
  }
}

/** A draft with what it still asks for: points within the outcome's band, explanations, and why a leaf cannot be told. */
function completed(detail: EvaluationDetail): EvaluationInputBody {
  const { version, frame, funds, leaves, scores } = detail;
  const asked = (id: string, code: string): boolean =>
    scores.unit.remarks.some((remark) => remark.leafId === id && remark.code === code);
  return {
    version,
    frame,
    achievedGoal: ACHIEVED,
    funds: { fiscal: funds.fiscal, carriedOver: funds.carriedOver, other: funds.other },
    leaves: leaves.map((leaf) => {
      const choice = scores.unit.leaves[leaf.id]?.choice ?? null;
      const chosen = asked(leaf.id, 'points-to-choose') ? (choice?.from ?? null) : leaf.chosenPoints;
      return {
        id: leaf.id,
        weight: leaf.weight,
        value: leaf.value,
        outcome: leaf.outcome,
        text: leaf.text,
        doneOn: leaf.doneOn,
        notDone: leaf.notDone,
        noData: leaf.noData,
        notApplicableWhy: asked(leaf.id, 'result-missing') ? '本年度未开展，不纳入评价。' : leaf.notApplicableWhy,
        chosenPoints: chosen,
        cut: leaf.cut,
        explanation: leaf.explanation ?? EXPLANATION,
      };
    }),
  };
}

/** One point less on the first leaf that has any. */
function lessPoints({ leaves, scores }: EvaluationDetail): Points {
  const found = leaves.find(({ id }) => (scores.unit.leaves[id]?.points ?? 0) > REVIEW.points);
  if (found === undefined) return {};
  const points = (scores.unit.leaves[found.id]?.points ?? 0) - REVIEW.points;
  return { [found.id]: { points: Math.round(points * 100) / 100, reason: REVIEW.reason } };
}
