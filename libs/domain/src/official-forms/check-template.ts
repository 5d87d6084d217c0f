import { cellAddress } from './cell-place.js';
import { fieldNamed, fieldsOf, indicatorFieldsOf } from './form-fields.js';
import { isIndicatorRow } from './fill-rows.js';
import type { FormKind } from './form-data.js';
import type { FormTemplate, TemplateCell } from './form-template.js';
import { isFormFormat } from './number-format.js';
import { INDICATOR_PREFIX, parseText, type TextPart } from './placeholders.js';
import type { TemplateProblem, TemplateProblemCode } from './template-problems.js';

const MOST_ROWS = 200;
const MOST_COLUMNS = 60;
const LONGEST_TEXT = 5_000;
const WIDEST_MARGIN = 60;
/** By these a form is known and its rows are told apart when it comes back. */
const NEEDED = ['项目名称', '指标.三级指标'];
const PLACEHOLDER = /\{\{[^{}]*\}\}/g;

const problem = (
  code: TemplateProblemCode,
  at: string | null = null,
  params?: TemplateProblem['params'],
): TemplateProblem => ({ code, at, ...(params === undefined ? {} : { params }) });

/** What is wrong with a template that a person made; empty where forms can be filled by it. */
export function checkTemplate(template: FormTemplate): TemplateProblem[] {
  const { rows, columns } = template;
  if (rows.length === 0 || columns.length === 0) return [problem('template-empty')];
  if (rows.length > MOST_ROWS || columns.length > MOST_COLUMNS) {
    return [problem('template-too-large', null, { rows: MOST_ROWS, columns: MOST_COLUMNS })];
  }
  return [
    ...pageProblems(template),
    ...spanProblems(template),
    ...eachCell(template, (cell, at) => cellProblems(template.form, cell, at)),
    ...rowProblems(template),
    ...missingFields(template),
  ];
}

function eachCell(
  { rows }: FormTemplate,
  check: (cell: TemplateCell, at: string, row: number) => TemplateProblem[],
): TemplateProblem[] {
  return rows.flatMap(({ cells }, row) => cells.flatMap((cell) => check(cell, cellAddress(row, cell.column), row)));
}

function pageProblems({ page, columns }: FormTemplate): TemplateProblem[] {
  const isWithin = Object.values(page.margins).every((margin) => margin >= 0 && margin <= WIDEST_MARGIN);
  return [
    ...(isWithin ? [] : [problem('template-page')]),
    ...columns.flatMap((width, column) =>
      width >= 1 && width <= 150 ? [] : [problem('template-column-width', null, { column: column + 1 })],
    ),
  ];
}

function spanProblems(template: FormTemplate): TemplateProblem[] {
  const taken = new Set<string>();
  return eachCell(template, (cell, at, row) => {
    if (row + cell.rows > template.rows.length || cell.column + cell.columns > template.columns.length) {
      return [problem('template-span-outside', at)];
    }
    let overlaps = false;
    for (let down = row; down < row + cell.rows; down += 1) {
      for (let right = cell.column; right < cell.column + cell.columns; right += 1) {
        const place = cellAddress(down, right);
        overlaps ||= taken.has(place);
        taken.add(place);
      }
    }
    return overlaps ? [problem('template-spans-overlap', at)] : [];
  });
}

function cellProblems(form: FormKind, { text, style }: TemplateCell, at: string): TemplateProblem[] {
  const { numberFormat, size } = style;
  const isBroken = /\{\{|\}\}/.test(text.replace(PLACEHOLDER, ''));
  return [
    ...(text.length > LONGEST_TEXT ? [problem('template-text-long', at, { max: LONGEST_TEXT })] : []),
    ...(isBroken ? [problem('template-placeholder-broken', at, { example: '{{项目名称}}' })] : []),
    ...parseText(text).parts.flatMap((part) => partProblems(form, part, at)),
    ...(numberFormat === null || isFormFormat(numberFormat)
      ? []
      : [problem('template-number-format', at, { format: numberFormat })]),
    ...(size >= 5 && size <= 72 ? [] : [problem('template-font-size', at)]),
  ];
}

function partProblems(form: FormKind, part: TextPart, at: string): TemplateProblem[] {
  if (part.kind === 'words') return [];
  const isKnown =
    fieldNamed(fieldsOf(form), part.name) !== null ||
    (part.kind === 'field' && fieldNamed(indicatorFieldsOf(form), part.name) !== null);
  const unknown = isKnown ? [] : [problem('template-placeholder-unknown', at, { name: part.name })];
  if (part.kind === 'condition' || part.modifier === null) return unknown;
  const { modifier, merges, name } = part;
  if (merges && name.startsWith(INDICATOR_PREFIX)) return unknown;
  return [...unknown, problem('template-modifier-unknown', at, { modifier })];
}

function rowProblems({ rows, repeatedRows }: FormTemplate): TemplateProblem[] {
  const indicatorRows = rows.flatMap((row, index) => (isIndicatorRow(row) ? [index] : []));
  const [only, second] = indicatorRows;
  if (only === undefined) return [problem('template-no-indicator-row')];
  const spans = (rows[only]?.cells ?? []).flatMap((cell) =>
    cell.rows > 1 ? [problem('template-indicator-row-spans', cellAddress(only, cell.column))] : [],
  );
  return [
    ...(second === undefined ? [] : [problem('template-indicator-rows', cellAddress(second, 0))]),
    ...spans,
    ...repeatedProblems(rows.length, repeatedRows, only),
  ];
}

function repeatedProblems(
  rowCount: number,
  repeated: FormTemplate['repeatedRows'],
  indicatorRow: number,
): TemplateProblem[] {
  if (repeated === null) return [];
  const end = repeated.first + repeated.count;
  const isRight = repeated.first >= 0 && repeated.count > 0 && end <= rowCount;
  const isClear = indicatorRow < repeated.first || indicatorRow >= end;
  return isRight && isClear ? [] : [problem('template-repeated-rows')];
}

function missingFields({ rows }: FormTemplate): TemplateProblem[] {
  const used = new Set(
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ text }) => parseText(text).parts.flatMap((part) => (part.kind === 'field' ? [part.name] : []))),
    ),
  );
  return NEEDED.flatMap((name) =>
    used.has(name) ? [] : [problem('template-field-missing', null, { name: `{{${name}}}` })],
  );
}
