import type { Problem } from '../kernel/result.js';
import type { ExplainLocale } from '../monitoring/wording.js';

/** What is wrong with a template; `at` is the address of a cell (`B4`), or null where it concerns the whole. */
export interface TemplateProblem extends Problem {
  readonly code: TemplateProblemCode;
  readonly at: string | null;
}

const SENTENCES = {
  'template-empty': { zh: '模板中没有任何内容。', en: 'There is nothing in the template.' },
  'template-too-large': {
    zh: '模板最多 {rows} 行、{columns} 列。',
    en: 'A template has at most {rows} rows and {columns} columns.',
  },
  'template-column-width': {
    zh: '第 {column} 列的列宽应在 1 至 150 个字符之间。',
    en: 'Column {column} must be between 1 and 150 characters wide.',
  },
  'template-page': { zh: '页边距应在 0 至 60 毫米之间。', en: 'The margins of the page must lie between 0 and 60 mm.' },
  'template-span-outside': { zh: '合并单元格超出了表格。', en: 'A merged cell reaches beyond the table.' },
  'template-spans-overlap': { zh: '单元格与另一合并单元格重叠。', en: 'The cell lies under another that is merged.' },
  'template-placeholder-broken': {
    zh: '占位符应写作 {example}，大括号必须成对。',
    en: 'A placeholder is written {example}; its braces must be in pairs.',
  },
  'template-placeholder-unknown': {
    zh: '没有名为“{name}”的项目。',
    en: 'There is no field named “{name}”.',
  },
  'template-modifier-unknown': {
    zh: '“{modifier}”不能用于占位符，只能用“合并”。',
    en: '“{modifier}” is no modifier of a placeholder; there is “合并” only.',
  },
  'template-field-missing': {
    zh: '模板中缺少 {name}，填好的表将无法核对和读回。',
    en: '{name} is missing; a form without it cannot be told from others nor read back.',
  },
  'template-no-indicator-row': {
    zh: '缺少绩效指标行：应有且只有一行含“指标.”占位符。',
    en: 'There is no row of indicators, which is the one with placeholders of “指标.”.',
  },
  'template-indicator-rows': {
    zh: '含“指标.”占位符的行只能有一行。',
    en: 'Only one row may hold placeholders of “指标.”.',
  },
  'template-indicator-row-spans': {
    zh: '绩效指标行中的单元格不能纵向合并。',
    en: 'A cell of the row of indicators cannot span rows.',
  },
  'template-repeated-rows': {
    zh: '顶端标题行应在表格之内，且不包含绩效指标行。',
    en: 'The rows to repeat must lie in the table and not hold the row of indicators.',
  },
  'template-number-format': {
    zh: '数字格式“{format}”不能用于各种文件，可用 0、0.00、#,##0.00、0.00%。',
    en: 'The number format “{format}” cannot be printed in every file; use 0, 0.00, #,##0.00 or 0.00%.',
  },
  'template-formula': {
    zh: '模板中不能写公式；执行率、合计和得分的公式在导出时由系统写入。',
    en: 'A template holds no formulas; those of rates, sums and points are written with each form.',
  },
  'template-text-long': {
    zh: '单元格内容不能超过 {max} 个字。',
    en: 'A cell must not hold more than {max} characters.',
  },
  'template-font-size': { zh: '字号应在 5 至 72 磅之间。', en: 'A font has between 5 and 72 points.' },
} as const satisfies Readonly<Record<string, Readonly<Record<ExplainLocale, string>>>>;

export type TemplateProblemCode = keyof typeof SENTENCES;

export const templateProblemCodes = Object.keys(SENTENCES) as readonly TemplateProblemCode[];

/** What is wrong, in the reader's language, with the cell that it is wrong in. */
export function templateProblemMessage({ code, params = {}, at }: TemplateProblem, locale: ExplainLocale): string {
  const sentence = SENTENCES[code][locale].replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '—'));
  if (at === null) return sentence;
  return locale === 'zh' ? `单元格 ${at}：${sentence}` : `Cell ${at}: ${sentence}`;
}
