import type { EvaluationRemark } from '@jixiao/domain';
import type { FieldIssue } from '../../../platform/runtime/domain-error.js';

/** The code of a remark as a fault of a request: other slices have codes of the same name. */
export const remarkCode = (code: string): string => `evaluation-${code}`;

export const remarkIssue = (path: string, { code, params }: EvaluationRemark): FieldIssue => ({
  path,
  code: remarkCode(code),
  ...(params === undefined ? {} : { params }),
});
