import type { EvaluationDetail, EvaluationListed } from '../../shared/api/schema.gen.js';
import type { TableExport } from '../../shared/export/table-export.js';
import { tableOf, type Translate } from '../../shared/export/table-of.js';
import type { Account, EvaluatedProject, SummedUnit } from './self-evaluation.api.js';

const inWan = (t: Translate, key: string): string =>
  t('export.withUnit', { header: t(key), unit: t('export.unit.wan') });
const gradeWord = (t: Translate, grade: EvaluationListed['grade']): string | null =>
  grade && t(`evaluation.grade.${grade}`);

/** The self-evaluations as a file, with the scores of each level. */
export const evaluationsTable = (title: string, rows: readonly EvaluationListed[], t: Translate): TableExport =>
  tableOf<EvaluationListed>(
    title,
    [
      { header: t('evaluation.column.project'), kind: 'text', cell: ({ projectName }) => projectName },
      { header: t('export.code'), kind: 'text', cell: ({ projectCode }) => projectCode },
      { header: t('evaluation.column.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('evaluation.form.department'), kind: 'text', cell: ({ departmentName }) => departmentName },
      { header: t('evaluation.column.total'), kind: 'decimal', cell: ({ total }) => total },
      { header: t('evaluation.column.grade'), kind: 'text', cell: ({ grade }) => gradeWord(t, grade) },
      { header: t('evaluation.column.pointsOf.unit'), kind: 'decimal', cell: ({ scores }) => scores.unit.total },
      {
        header: t('evaluation.column.pointsOf.department'),
        kind: 'decimal',
        cell: ({ scores }) => scores.department?.total ?? null,
      },
      {
        header: t('evaluation.column.pointsOf.finance'),
        kind: 'decimal',
        cell: ({ scores }) => scores.finance?.total ?? null,
      },
      { header: t('evaluation.column.state'), kind: 'text', cell: ({ state }) => t(`evaluation.state.${state}`) },
      { header: inWan(t, 'evaluation.column.budget'), kind: 'wan', cell: ({ adjustedBudgetFen }) => adjustedBudgetFen },
      { header: inWan(t, 'evaluation.column.spent'), kind: 'wan', cell: ({ expenditureFen }) => expenditureFen },
      { header: t('evaluation.column.rate'), kind: 'percent', cell: ({ executionRate }) => executionRate },
      { header: t('evaluation.column.alerts'), kind: 'integer', cell: ({ alerts }) => alerts },
      { header: t('evaluation.column.missing'), kind: 'integer', cell: ({ missing }) => missing },
      { header: t('evaluation.column.submitted'), kind: 'date', cell: ({ submittedAt }) => submittedAt },
    ],
    rows,
  );

/** 部门整体 as a file. */
export const unitsTable = (title: string, rows: readonly SummedUnit[], t: Translate): TableExport =>
  tableOf<SummedUnit>(
    title,
    [
      { header: t('evaluation.column.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: t('evaluation.form.department'), kind: 'text', cell: ({ departmentName }) => departmentName },
      { header: t('evaluation.column.projects'), kind: 'integer', cell: ({ projects }) => projects },
      { header: t('evaluation.column.withoutScore'), kind: 'integer', cell: ({ unscored }) => unscored },
      { header: t('evaluation.column.weighted'), kind: 'decimal', cell: ({ score }) => score },
      { header: t('evaluation.column.grade'), kind: 'text', cell: ({ grade }) => gradeWord(t, grade) },
      { header: inWan(t, 'evaluation.column.budget'), kind: 'wan', cell: ({ budgetFen }) => budgetFen },
      { header: inWan(t, 'evaluation.column.spent'), kind: 'wan', cell: ({ expenditureFen }) => expenditureFen },
      { header: t('evaluation.column.rate'), kind: 'percent', cell: ({ executionRate }) => executionRate },
    ],
    rows,
  );

/** Projects of a unit with their scores, as a file. */
export const unitProjectsTable = (title: string, rows: readonly EvaluatedProject[], t: Translate): TableExport =>
  tableOf<EvaluatedProject>(
    title,
    [
      { header: t('evaluation.column.project'), kind: 'text', cell: ({ name }) => name },
      { header: t('evaluation.column.total'), kind: 'decimal', cell: ({ total }) => total },
      { header: t('evaluation.column.grade'), kind: 'text', cell: ({ grade }) => gradeWord(t, grade) },
      { header: inWan(t, 'evaluation.column.budget'), kind: 'wan', cell: ({ budgetFen }) => budgetFen },
      { header: inWan(t, 'evaluation.column.spent'), kind: 'wan', cell: ({ expenditureFen }) => expenditureFen },
      { header: t('evaluation.column.rate'), kind: 'percent', cell: ({ executionRate }) => executionRate },
    ],
    rows,
  );

/** 决算 as a file. */
export const accountsTable = (title: string, rows: readonly Account[], t: Translate): TableExport =>
  tableOf<Account>(
    title,
    [
      { header: t('evaluation.column.project'), kind: 'text', cell: ({ projectName }) => projectName },
      { header: t('export.code'), kind: 'text', cell: ({ projectCode }) => projectCode },
      { header: t('evaluation.column.unit'), kind: 'text', cell: ({ organisationName }) => organisationName },
      { header: inWan(t, 'evaluation.account.round'), kind: 'wan', cell: ({ roundFen }) => roundFen },
      { header: inWan(t, 'evaluation.account.account'), kind: 'wan', cell: ({ expenditureFen }) => expenditureFen },
      { header: inWan(t, 'evaluation.account.difference'), kind: 'wan', cell: ({ differenceFen }) => differenceFen },
      { header: t('evaluation.column.rate'), kind: 'percent', cell: ({ executionRate }) => executionRate },
      { header: t('evaluation.account.note'), kind: 'text', cell: ({ note }) => note },
      { header: t('evaluation.account.recordedAt'), kind: 'date', cell: ({ recordedAt }) => recordedAt },
    ],
    rows,
  );

type Leaf = EvaluationDetail['leaves'][number];

/** One self-evaluation as two tables: its money, and its indicators with the points of each level and the rule of the unit's own. */
export function evaluationTables(detail: EvaluationDetail, t: Translate): TableExport[] {
  const { unit, department, finance } = detail.scores;
  const lines = (['total', 'fiscal', 'carriedOver', 'other'] as const).map((line) => ({
    line,
    ...detail.funds[line],
  }));
  const pointsOf = (scores: typeof department, { id }: Leaf): number | null => scores?.leaves[id]?.points ?? null;
  return [
    tableOf<(typeof lines)[number]>(
      t('evaluation.funds.title'),
      [
        { header: t('evaluation.funds.line'), kind: 'text', cell: ({ line }) => t(`evaluation.funds.${line}`) },
        { header: inWan(t, 'evaluation.funds.initialFen'), kind: 'wan', cell: ({ initialFen }) => initialFen },
        { header: inWan(t, 'evaluation.funds.adjustedFen'), kind: 'wan', cell: ({ adjustedFen }) => adjustedFen },
        { header: inWan(t, 'evaluation.funds.spentFen'), kind: 'wan', cell: ({ spentFen }) => spentFen },
      ],
      lines,
    ),
    tableOf<Leaf>(
      t('evaluation.leaves.title'),
      [
        { header: t('evaluation.column.level1'), kind: 'text', cell: ({ level1 }) => level1 },
        { header: t('evaluation.column.level2'), kind: 'text', cell: ({ level2 }) => level2 },
        { header: t('evaluation.column.level3'), kind: 'text', cell: ({ name }) => name },
        { header: t('evaluation.column.target'), kind: 'text', cell: ({ rawValue }) => rawValue },
        { header: t('evaluation.column.result'), kind: 'text', cell: ({ resultText }) => resultText },
        { header: t('evaluation.column.weight'), kind: 'decimal', cell: ({ weight }) => weight },
        { header: t('evaluation.column.pointsOf.unit'), kind: 'decimal', cell: (leaf) => pointsOf(unit, leaf) },
        {
          header: t('evaluation.column.pointsOf.department'),
          kind: 'decimal',
          cell: (leaf) => pointsOf(department, leaf),
        },
        { header: t('evaluation.column.pointsOf.finance'), kind: 'decimal', cell: (leaf) => pointsOf(finance, leaf) },
        { header: t('evaluation.column.rule'), kind: 'text', cell: ({ id }) => unit.leaves[id]?.explanation ?? null },
        { header: t('evaluation.column.explanation'), kind: 'text', cell: ({ explanation }) => explanation },
      ],
      detail.leaves,
    ),
  ];
}
