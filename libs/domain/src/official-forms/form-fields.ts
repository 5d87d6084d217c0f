import type { EvaluationFormIndicator, FormData, FormKind, MonitoringFormIndicator } from './form-data.js';
import { EVALUATION_FIELDS, EVALUATION_INDICATOR_FIELDS } from './evaluation-fields.js';
import type { FormField, FormFields } from './field-types.js';
import { MONITORING_FIELDS, MONITORING_INDICATOR_FIELDS } from './monitoring-fields.js';

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
