import type { FormPress } from '../../../platform/documents/write/form-writing.js';
import type { DocumentToWrite } from './documents-to-write.js';
import type { PaperFormat } from './export-kinds.js';
import type { TemplateInForce } from './form-templates.js';

export interface PrintedDocument {
  readonly document: DocumentToWrite;
  readonly bytes: Uint8Array;
}

/** What documents are printed with. */
export interface Print {
  readonly press: FormPress;
  readonly format: PaperFormat;
  readonly template: TemplateInForce;
}

/** Prints a document with its code in each of its forms. */
export async function printDocument(
  { press, format, template }: Print,
  document: DocumentToWrite,
): Promise<PrintedDocument> {
  const forms = document.forms.map(({ data }) => ({
    template: template.content,
    data: { ...data, verificationCode: document.code },
  }));
  return { document, bytes: await press.write(format, forms) };
}
