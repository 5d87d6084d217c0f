import type { EvaluationFormIndicator, FormData, FormKind, MonitoringFormIndicator } from './form-data.js';
import { EVALUATION_FIELDS, EVALUATION_INDICATOR_FIELDS } from './evaluation-fields.js';
import { MONITORING_FIELDS, MONITORING_INDICATOR_FIELDS } from './monitoring-fields.js';

/** What a field gives; null is blank. Numbers are as a sheet holds them: money in 万元, rates as fractions of 1. */
export type FieldValue = string | number | null;

/** A formula of other fields, which stand in it as `{name}`, and the figure that it gives. */
export interface FieldFormula {
  readonly text: string;
  readonly value: number | null;
}

/** What a placeholder prints of `Of`, a form's data or one of its indicators. */
export interface FormField<Of> {
  readonly value: (of: Of, index: number) => FieldValue;
  /** Of its numbers. */
  readonly numberFormat?: string;
  /** In order of preference; written where all its fields are on the form and it gives the same figure. */
  readonly formulas?: (of: Of) => readonly FieldFormula[];
}

export type FormFields<Of> = Readonly<Record<string, FormField<Of>>>;

export type FormIndicator = MonitoringFormIndicator | EvaluationFormIndicator;

/** Fields of a form's data. */
export function fieldsOf(form: FormKind): FormFields<FormData> {
  return (form === 'monitoring' ? MONITORING_FIELDS : EVALUATION_FIELDS) as FormFields<FormData>;
}

/** Fields of a form's indicators, whose names begin with `指标.`. */
export function indicatorFieldsOf(form: FormKind): FormFields<FormIndicator> {
  return (
    form === 'monitoring' ? MONITORING_INDICATOR_FIELDS : EVALUATION_INDICATOR_FIELDS
  ) as FormFields<FormIndicator>;
}

/** The field of a name, or null. */
export const fieldNamed = <Of>(fields: FormFields<Of>, name: string): FormField<Of> | null =>
  Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;

/** Every name that a template of a form may use, for people who change one. */
export const fieldNames = (form: FormKind): string[] => [
  ...Object.keys(fieldsOf(form)),
  ...Object.keys(indicatorFieldsOf(form)),
];
