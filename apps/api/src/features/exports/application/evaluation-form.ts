import {
  GRADE_WORDS,
  type EvaluationFormIndicator,
  type EvaluationFunds,
  type LeafToScore,
  type SelfEvaluationFormData,
} from '@jixiao/domain';
import type { NameOf } from '../../identity/index.js';
import type { EvaluationOfProject, FundsLine } from '../../self-evaluation/index.js';
import type { ProjectToWrite } from '../persistence/export-projects.query.js';
import { answerCell } from './answer-cell.js';

const FULL_POINTS = 100;

/** 项目支出绩效自评表 of a project as its self-evaluation says it, with the scores of the highest level that has given any. */
export function evaluationForm(
  project: ProjectToWrite,
  { row, scores }: EvaluationOfProject,
  nameOf: NameOf,
): SelfEvaluationFormData {
  const { content } = row;
  const points = new Map(scores.leaves.map((leaf) => [leaf.id, leaf.points]));
  return {
    form: 'selfEvaluation',
    year: row.year,
    projectName: project.name,
    projectCode: project.code,
    departmentName: project.departmentName,
    departmentCode: project.departmentCode,
    unitName: project.organisationName,
    unitCode: project.organisationCode,
    goals: content.expectedGoal === null ? [] : content.expectedGoal.split('\n'),
    filledBy: nameOf(row.submittedBy),
    reviewedBy: nameOf(row.approvedBy),
    filledOn: row.submittedOn,
    verificationCode: null,
    funds: {
      total: {
        initialBudgetFen: content.initialBudgetFen,
        fullYearBudgetFen: row.adjustedBudgetFen,
        expenditureFen: row.expenditureFen,
      },
      fiscal: fundsOf(content.funds.fiscal),
      carriedOver: fundsOf(content.funds.carriedOver),
      other: fundsOf(content.funds.other),
    },
    execution: { weight: scores.execution.weight, points: scores.execution.points },
    goalResult: content.achievedGoal,
    indicators: content.leaves.map((leaf) => indicatorOf(leaf, points.get(leaf.id) ?? null)),
    total: { weight: FULL_POINTS, points: scores.total },
    grade: scores.grade === null ? null : GRADE_WORDS[scores.grade].zh,
  };
}

const fundsOf = ({ initialFen, adjustedFen, spentFen }: FundsLine): EvaluationFunds => ({
  initialBudgetFen: initialFen,
  fullYearBudgetFen: adjustedFen,
  expenditureFen: spentFen,
});

function indicatorOf(leaf: LeafToScore, points: number | null): EvaluationFormIndicator {
  const { target, answer, weight, notApplicableWhy, explanation } = leaf;
  return {
    level1: target.level1 ?? '',
    level2: target.level2 ?? '',
    name: target.name,
    target: target.rawValue,
    result: answer === null ? null : answerCell(answer, target.unit),
    weight,
    points: notApplicableWhy === null ? points : null,
    explanation: notApplicableWhy === null ? explanation : `不适用：${notApplicableWhy}`,
  };
}
