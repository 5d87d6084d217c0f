import { recogniseForms, type Block, type RecognisedForm, type SelfEvaluationFormData } from '@jixiao/domain';
import { readTargetDocument } from '../../../../platform/documents/read-target-document.js';
import { DomainError } from '../../../../platform/runtime/domain-error.js';

/** 项目支出绩效自评表 as a person filled it in. */
export interface EvaluationForm extends RecognisedForm {
  readonly data: SelfEvaluationFormData;
}

const isEvaluation = (form: RecognisedForm): form is EvaluationForm => form.data.form === 'selfEvaluation';

/**
 * Reads the official forms of self-evaluation in a workbook or a Word document, any number of them.
 * @throws DomainError what reading a document refuses, `evaluation-form-missing` where there is none
 */
export async function readEvaluationForms(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<readonly EvaluationForm[]> {
  const blocks: Block[] = [];
  for await (const block of readTargetDocument(file.bytes, file.name)) blocks.push(block);
  const forms = recogniseForms(blocks).filter(isEvaluation);
  if (forms.length === 0) throw new DomainError('evaluation-form-missing', { file: file.name });
  return forms;
}
