import { expenditureOfYear, reviewingLevel } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { PeopleNames } from '../../identity/index.js';
import type {
  EvaluationDetail,
  EvaluationInputBody,
  EvaluationLevel,
  EvaluationPreview,
  EvaluationStepView,
} from '../http/evaluations.dto.js';
import { evaluationRulesView } from '../http/evaluation-rules.dto.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';
import type { FinalAccount } from '../persistence/final-account.entity.js';
import { FinalAccountRepository } from '../persistence/final-account.repository.js';
import type { SelfEvaluationStep } from '../persistence/self-evaluation-step.entity.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import { changedPoints } from './changed-points.js';
import { decemberFindings } from './december-findings.js';
import { EvaluationAccess, type PlacedEvaluation } from './evaluation-access.js';
import { evaluationListed } from './evaluation-listed.js';
import { executionRateOf } from './execution-rate.js';
import { fromHundredths } from './hundredths.js';
import { leafView } from './leaf-view.js';
import { writtenRow } from './save-evaluation.js';
import { scoresOf } from './scored-evaluation.js';
import { scoresView } from './scores-view.js';

/** One self-evaluation with everything: the form, the points of each level and how they came about, its trail. */
@Injectable()
export class EvaluationQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: EvaluationAccess,
    private readonly years: EvaluationYearRepository,
    private readonly rules: EvaluationRuleRepository,
    private readonly accounts: FinalAccountRepository,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly names: PeopleNames,
    private readonly catalogue: MessageCatalogue,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` */
  async run(user: CurrentUser, id: string, locale: Locale): Promise<EvaluationDetail> {
    const { reader } = this.uow;
    const placed = await this.access.read(user, id);
    const { row, unit } = placed;
    const { submitBy } = await this.years.require(reader, row.year);
    const rules = await this.rules.content(reader, row.rulesRef);
    const account = (await this.accounts.current(reader, [row.projectId])).get(row.projectId) ?? null;
    const steps = stepViews(await this.evaluations.steps(reader, id));
    const [updated] = await this.names.beside(reader, [{ updatedBy: row.updatedBy }], 'updatedBy');
    const scores = (of: SelfEvaluation['financeScores']) => of && scoresView(of, row, locale);
    return {
      ...evaluationListed(placed, { user, today: this.clock.today(), submitBy }),
      scores: {
        unit: scoresView(row.unitScores, row, locale),
        department: scores(row.departmentScores),
        finance: scores(row.financeScores),
      },
      level: levelOf(placed),
      hasDepartment: unit.department !== null,
      frame: row.frame,
      rulesRef: row.rulesRef,
      rules: evaluationRulesView(rules),
      submitBy,
      expectedGoal: row.content.expectedGoal,
      achievedGoal: row.content.achievedGoal,
      funds: fundsView(row),
      leaves: row.content.leaves.map((leaf) => leafView(leaf, row, rules, locale)),
      finalAccount: account && (await this.accountView(reader, account)),
      difference: account && differenceView(row, account),
      findings: decemberFindings(row, this.catalogue, locale),
      previous: await this.previous(reader, user, placed),
      message: row.message,
      updatedBy: row.updatedBy,
      updatedByName: updated?.updatedByName ?? null,
      updatedAt: row.updatedAt,
      selfApproved: row.selfApproved,
      sealVersion: row.sealVersion,
      steps: await this.names.beside(reader, steps, 'actor', 'onBehalfOf'),
    };
  }

  /**
   * The scores that a content would have; stores nothing, and does not mind an older version.
   * @throws DomainError `not-found`, `forbidden`, what `writtenRow` refuses
   */
  async preview(user: CurrentUser, id: string, input: EvaluationInputBody, locale: Locale): Promise<EvaluationPreview> {
    const { row, unit } = await this.access.read(user, id);
    if (!holdsAt(user, 'evaluations.write', unit.path)) throw new DomainError('forbidden');
    const { rulesRef } = await this.years.require(this.uow.reader, row.year);
    const rules = await this.rules.content(this.uow.reader, rulesRef);
    const written = { ...row, ...writtenRow(row, input) };
    return { scores: scoresView(scoresOf(written, rules), written, locale) };
  }

  private async accountView(manager: EntityManager, account: FinalAccount): Promise<EvaluationDetail['finalAccount']> {
    const { id: _id, projectId: _project, year: _year, recordedFor: _for, supersededAt: _at, ...shown } = account;
    const [named] = await this.names.beside(manager, [shown], 'recordedBy');
    return named ?? null;
  }

  /** Of the project of the year before, as far as the reader may see it. */
  private async previous(
    manager: EntityManager,
    user: CurrentUser,
    { project }: PlacedEvaluation,
  ): Promise<EvaluationDetail['previous']> {
    if (project.continuesProjectId === null) return null;
    const found = await this.evaluations.ofProject(manager, project.continuesProjectId);
    const row = found && (await this.access.visibleOrNull(manager, user, found))?.row;
    if (!row) return null;
    return { evaluationId: row.id, year: row.year, total: fromHundredths(row.total), grade: row.grade };
  }
}

/** Whose score counts so far. */
function levelOf({ row, unit }: PlacedEvaluation): EvaluationLevel {
  if (row.state === 'accepted') return 'finance';
  const level = reviewingLevel(row.state, { hasDepartment: unit.department !== null });
  return level === 'finance' && row.departmentScores !== null ? 'department' : 'unit';
}

const fundsView = ({ content, adjustedBudgetFen, expenditureFen }: SelfEvaluation): EvaluationDetail['funds'] => ({
  total: { initialFen: content.initialBudgetFen, adjustedFen: adjustedBudgetFen, spentFen: expenditureFen },
  ...content.funds,
});

function differenceView(row: SelfEvaluation, account: FinalAccount): EvaluationDetail['difference'] {
  const { adjustedBudgetFen, roundExpenditureFen: roundFen } = row;
  const { expenditureFen: accountFen } = account;
  const { difference } = expenditureOfYear(roundFen, accountFen, adjustedBudgetFen);
  return {
    roundFen,
    accountFen,
    differenceFen: difference?.fen ?? null,
    roundRate: executionRateOf(adjustedBudgetFen, roundFen),
    accountRate: executionRateOf(adjustedBudgetFen, accountFen),
    ratePoints: difference?.ratePoints ?? null,
    counts: row.expenditureSource === 'finalAccount' && row.expenditureFen === accountFen,
  };
}

function stepViews(
  steps: readonly SelfEvaluationStep[],
): readonly Omit<EvaluationStepView, 'actorName' | 'onBehalfOfName'>[] {
  const changed = changedPoints(steps);
  return steps.map((step, index) => ({
    ordinal: step.ordinal,
    step: step.step,
    from: step.fromState,
    to: step.toState,
    at: step.at,
    actor: step.actor,
    onBehalfOf: step.onBehalfOf,
    message: step.message,
    total: step.scores?.total ?? null,
    grade: step.scores?.grade ?? null,
    pointsChanged: changed[index] ?? 0,
  }));
}
