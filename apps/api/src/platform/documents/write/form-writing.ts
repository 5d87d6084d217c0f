import type { FilledForm, FormData, FormTemplate } from '@jixiao/domain';

export const FORM_FORMATS = ['xlsx', 'docx', 'pdf'] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];

export const FORM_CONTENT_TYPES: Readonly<Record<FormFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** Writes one or several forms into one file: a sheet each, or each beginning a page. */
export type FormWriter = (forms: readonly FilledForm[]) => Promise<Uint8Array>;

/** A form that is still to be filled: the template with what goes into it. */
export interface FormToWrite {
  readonly template: FormTemplate;
  readonly data: FormData;
}

/** Fills and writes forms beside the program, file by file, as long as it is open. */
export interface FormPress {
  /** Several calls may be under way; they are done in the order of calling, as many at a time as there are threads. */
  write(format: FormFormat, forms: readonly FormToWrite[]): Promise<Uint8Array>;
  close(): Promise<void>;
}
