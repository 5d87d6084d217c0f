import type { Problem } from '../kernel/result.js';
import type { ExplainLocale } from '../monitoring/wording.js';
import type { FormData } from './form-data.js';

export const FORM_PROBLEM_SENTENCES = {
  'form-no-table': {
    zh: '没有找到绩效指标表：应有一行表头包含“三级指标”和完成情况一栏。',
    en: 'There is no table of indicators: a header row with 三级指标 and a column of results is needed.',
  },
  'form-column-missing': {
    zh: '绩效指标表缺少“{column}”一栏。',
    en: 'The table of indicators has no column “{column}”.',
  },
  'form-project-missing': { zh: '没有填写项目名称。', en: 'The name of the project is missing.' },
  'form-header-misaligned': {
    zh: '表头两行的列数对不上，无法确定各列的含义。',
    en: 'The two rows of the header do not fit each other, so that its columns cannot be told.',
  },
  'form-amount-unreadable': {
    zh: '金额“{text}”无法识别（单位为万元）。',
    en: 'The amount “{text}” (in 万元) cannot be read.',
  },
  'form-points-unreadable': { zh: '分数“{text}”无法识别。', en: 'The points “{text}” cannot be read.' },
  'form-mark-unreadable': {
    zh: '“{text}”不是勾选标记，请填“√”或留空。',
    en: '“{text}” is no mark; put √ or leave the cell blank.',
  },
  'form-likelihood-several': {
    zh: '完成目标可能性只能勾选一项。',
    en: 'Only one likelihood of reaching the target can be ticked.',
  },
  'form-reason-unknown': { zh: '没有“{text}”这一项偏差原因。', en: 'There is no reason “{text}”.' },
  'form-likelihood-unknown': { zh: '没有“{text}”这一种完成可能性。', en: 'There is no likelihood “{text}”.' },
  'form-indicator-nameless': {
    zh: '这一行填写了内容，但没有三级指标。',
    en: 'This row holds answers, but no indicator.',
  },
  'form-month-missing': {
    zh: '表头中没有写明是几月的执行情况（如“1-6月执行情况”）。',
    en: 'The header does not say which month its results are of (as 1-6月执行情况).',
  },
  'form-year-missing': {
    zh: '没有写明年度（如“（2023年度）”）。',
    en: 'The form does not say its year (as 2023年度).',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<ExplainLocale, string>>>>;

export type FormProblemCode = keyof typeof FORM_PROBLEM_SENTENCES;
export const formProblemCodes = Object.keys(FORM_PROBLEM_SENTENCES) as readonly FormProblemCode[];

/** What could not be read, with its place: `Sheet1!F12`, `table 2 row 5 cell 6`. */
export interface FormProblem extends Problem {
  readonly code: FormProblemCode;
  readonly at: string;
}

export const formProblemMessage = ({ code, params = {} }: FormProblem, locale: ExplainLocale): string =>
  FORM_PROBLEM_SENTENCES[code][locale].replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '—'));

/** A form as a person handed it in. What is not printed on it, or was left blank, is null; `year` and `month` are 0 then. */
export interface RecognisedForm {
  readonly data: FormData;
  /** Where each value stands: `projectName`, `funds.total.expenditureFen`, `indicators.3.result`, `total.points`. */
  readonly places: Readonly<Record<string, string>>;
  /** Nothing of a cell that is named here has come into `data`. */
  readonly problems: readonly FormProblem[];
  readonly at: string;
}
