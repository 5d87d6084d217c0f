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
