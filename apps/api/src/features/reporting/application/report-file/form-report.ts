import {
  isPercentCell,
  readResultCell,
  recogniseForms,
  resultWithoutUnit,
  type Block,
  type FormProblem,
  type MonitoringFormData,
  type MonitoringFormIndicator,
  type RecognisedForm,
} from '@jixiao/domain';
import { columnOf } from '../../../../platform/documents/office/cell-address.js';
import { readTargetDocument } from '../../../../platform/documents/read-target-document.js';
import { DomainError } from '../../../../platform/runtime/domain-error.js';
import type { Column } from './columns.js';
import type { Place } from './place.js';
import type { BulkResult, Cells, FileIssue, ReadProject, ReadReport, ReadResult } from './read-report.js';
import { TEMPLATE_VERSION } from './template-stamp.js';

const SHEET_ADDRESS = /^(.+)!([A-Z]{1,3})(\d+)$/s;
const RESULT_PLACES = [
  ['indicator', 'name'],
  ['result', 'result'],
  ['expected', 'expected'],
  ['reasons', 'reasons'],
  ['reasonNote', 'reasonNote'],
  ['likelihood', 'likelihood'],
  ['note', 'note'],
] as const satisfies readonly (readonly [Column, string])[];
const PROJECT_PLACES = [
  ['name', 'projectName'],
  ['expenditure', 'funds.total.expenditureFen'],
  ['fiscal', 'funds.fiscal.expenditureFen'],
  ['other', 'funds.other.expenditureFen'],
  ['expectedFullYear', 'funds.total.expectedFullYearFen'],
] as const satisfies readonly (readonly [Column, string])[];

interface MonitoringForm extends RecognisedForm {
  readonly data: MonitoringFormData;
}

/**
 * Reads 项目支出绩效目标执行监控表 (R29), as it was exported and filled in by hand: any number of them in a workbook or a Word
 * document. The budget and the targets that it prints are not taken: they are changed elsewhere.
 * @returns null where the document holds no such form
 */
export async function readFormReport(file: string, bytes: Uint8Array): Promise<ReadReport | null> {
  const blocks: Block[] = [];
  for await (const block of readTargetDocument(bytes, file)) blocks.push(block);
  const forms = recogniseForms(blocks);
  const monitoring = forms.filter(isMonitoring);
  if (monitoring.length === 0) {
    if (forms.length > 0) throw new DomainError('form-of-another-kind');
    return null;
  }
  const read = monitoring.map(readForm);
  return {
    projects: read.map(({ project }) => project),
    issues: read.flatMap(({ issues }) => issues),
    stamp: stampOf(monitoring),
  };
}

const isMonitoring = (form: RecognisedForm): form is MonitoringForm => form.data.form === 'monitoring';

/** A form of another round is refused as a whole; where the forms do not say the same, the first of another one counts. */
function stampOf(forms: readonly MonitoringForm[]): ReadReport['stamp'] {
  const [first] = forms;
  if (first === undefined) return null;
  const { year, month } = (forms.find(({ data }) => !isSameRound(data, first.data)) ?? first).data;
  if (year === 0 || month === 0) return null; // told as a problem of the form
  return { template: TEMPLATE_VERSION, year, month, organisationId: null, organisation: null };
}

const isSameRound = (one: MonitoringFormData, other: MonitoringFormData): boolean =>
  one.year === other.year && one.month === other.month;

function readForm({ data, places, problems, at }: MonitoringForm): {
  readonly project: ReadProject;
  readonly issues: readonly FileIssue[];
} {
  const { funds } = data;
  const results = data.indicators.map((indicator, index) => readResult(indicator, index, places));
  const project: ReadProject = {
    fields: {
      code: data.projectCode,
      name: data.projectName,
      expenditureFen: funds.total.expenditureFen,
      fiscalFen: funds.fiscal.expenditureFen,
      otherFen: funds.other.expenditureFen,
      expectedFullYearFen: funds.total.expectedFullYearFen,
    },
    projectId: null,
    version: null,
    results: results.map(({ result }) => result),
    cells: cellsOf(placeOf(places['projectName'] ?? at), places, PROJECT_PLACES, ''),
    isForm: true,
  };
  return { project, issues: [...problems.map(issueOf), ...results.flatMap(({ issues }) => issues)] };
}

function readResult(
  { level2, name, target, result, ...said }: MonitoringFormIndicator,
  index: number,
  places: RecognisedForm['places'],
): { readonly result: ReadResult; readonly issues: readonly FileIssue[] } {
  const key = `indicators.${index}.`;
  const text = resultWithoutUnit(result ?? '', target, name);
  const answer = readResultCell(text);
  const input: BulkResult = {
    indicator: level2 === '' ? name : `${level2}/${name}`,
    ...(answer.ok ? answer.value : {}),
    expected: said.expected,
    ...(said.reasons.length === 0 ? {} : { reasons: [...said.reasons] }),
    reasonNote: said.reasonNote,
    likelihood: said.likelihood,
    note: said.note,
  };
  const resultAt = places[`${key}result`] ?? '';
  const cells = cellsOf(placeOf(places[`${key}name`] ?? ''), places, RESULT_PLACES, key);
  const issues = answer.ok
    ? []
    : [{ place: placeOf(resultAt), path: resultAt, code: answer.error.code, params: answer.error.params ?? {} }];
  return { result: { input, indicatorId: null, percentText: isPercentCell(text) ? text : null, cells }, issues };
}

function cellsOf(
  row: Place | null,
  places: RecognisedForm['places'],
  wanted: readonly (readonly [Column, string])[],
  prefix: string,
): Cells {
  const found = wanted.flatMap(([column, key]) => {
    const place = placeOf(places[prefix + key] ?? '');
    return place === null ? [] : [[column, place] as const];
  });
  return { row: row && { ...row, column: null }, columns: new Map(found) };
}

/** Cells of a workbook have a place to be marked at; those of a Word document are only named. */
function placeOf(at: string): Place | null {
  const [, sheet, letters, row] = SHEET_ADDRESS.exec(at) ?? [];
  if (sheet === undefined || letters === undefined) return null;
  return { sheet, row: Number(row), column: columnOf(letters) + 1 };
}

const issueOf = ({ at, code, params }: FormProblem): FileIssue => ({
  place: placeOf(at),
  path: at,
  code,
  params: params ?? {},
});
