import { fillForm } from '@jixiao/domain';
import type { FormFormat, FormToWrite, FormWriter } from './form-writing.js';
import { writeFormDocx } from './write-form-docx.js';
import { writeFormPdf } from './write-form-pdf.js';
import { writeFormXlsx } from './write-form-xlsx.js';

const WRITERS: Readonly<Record<FormFormat, FormWriter>> = {
  xlsx: writeFormXlsx,
  docx: writeFormDocx,
  pdf: writeFormPdf,
};

/** Fills forms and writes them into one file. */
export const writeForms = async (format: FormFormat, forms: readonly FormToWrite[]): Promise<Uint8Array> =>
  WRITERS[format](forms.map(({ template, data }) => fillForm(template, data)));
