import type { IndicatorForm, ReportForm } from './report-form.js';

/** A field of a report's form as a merge sees it: of the project, or of one of its indicators. */
export interface MergeField {
  readonly indicatorId: string | null;
  readonly name: ProjectField | IndicatorField;
}

export interface Merge {
  /** What I alone changed, what they alone changed, and mine where both did. */
  readonly form: ReportForm;
  /** Fields that both have changed, each to something else. */
  readonly conflicts: readonly MergeField[];
  /** How many fields are taken over from them. */
  readonly taken: number;
}

const PROJECT_FIELDS = ['fiscal', 'other', 'expected', 'reasons', 'reasonNote', 'differenceNote'] as const;
type ProjectField = (typeof PROJECT_FIELDS)[number];

/** An answer is one field, whether it is a figure, an outcome, a day or "no data": half of each would be nobody's. */
const ANSWER = ['mode', 'value', 'outcome', 'doneOn', 'noData'] as const;
const INDICATOR_FIELDS = ['answer', 'text', 'expected', 'reasons', 'reasonNote', 'likelihood', 'note'] as const;
type IndicatorField = (typeof INDICATOR_FIELDS)[number];

const answerOf = (entry: IndicatorForm): Partial<IndicatorForm> =>
  Object.fromEntries(ANSWER.map((part) => [part, entry[part]]));

/** The parts of the form that a field stands for. */
function partsOf(form: ReportForm, { indicatorId, name }: MergeField): Readonly<Record<string, unknown>> {
  if (indicatorId === null) return { [name]: form[name as ProjectField] };
  const entry = form.indicators[indicatorId];
  if (!entry) return {};
  return name === 'answer' ? answerOf(entry) : { [name]: entry[name as keyof IndicatorForm] };
}

/** Forms are JSON throughout; a reactive one cannot be cloned otherwise. */
export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Puts a field of one form into another. */
export function takeField(into: ReportForm, from: ReportForm, field: MergeField): void {
  const parts = copyOf(partsOf(from, field));
  if (field.indicatorId === null) Object.assign(into, parts);
  else Object.assign(into.indicators[field.indicatorId] ?? {}, parts);
}

/** Whether a field says the same in both forms. */
export const sameField = (a: ReportForm, b: ReportForm, field: MergeField): boolean =>
  same(partsOf(a, field), partsOf(b, field));

export const fieldsOf = (form: ReportForm): readonly MergeField[] => [
  ...PROJECT_FIELDS.map((name) => ({ indicatorId: null, name })),
  ...Object.keys(form.indicators).flatMap((indicatorId) => INDICATOR_FIELDS.map((name) => ({ indicatorId, name }))),
];

/**
 * Brings together what two people made of the same report, field by field. Nothing that anybody typed is dropped: where both
 * changed a field differently it is a conflict: mine stays in the form until a person has chosen.
 * @param base the report that both began with
 */
export function mergeReports(base: ReportForm, mine: ReportForm, theirs: ReportForm): Merge {
  const form = copyOf(mine);
  const conflicts: MergeField[] = [];
  let taken = 0;
  for (const field of fieldsOf(mine)) {
    const [before, my, their] = [base, mine, theirs].map((one) => partsOf(one, field));
    if (same(my, their) || same(their, before)) continue;
    if (same(my, before)) {
      takeField(form, theirs, field);
      taken += 1;
      continue;
    }
    conflicts.push(field);
  }
  return { form, conflicts, taken };
}
