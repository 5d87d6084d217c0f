import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { ZodType, type core } from 'zod';
import { DomainError, type FieldIssue } from '../runtime/domain-error.js';

type Issue = core.$ZodIssue;
type Fault = Pick<FieldIssue, 'code' | 'params'>;

const MAX_ISSUES = 100;

/** A size limit is worded by what is counted: figures have a bound, texts and lists a length. */
const sizeFault = (issue: core.$ZodIssueTooSmall | core.$ZodIssueTooBig): Fault => {
  const counted = issue.origin === 'string' || issue.origin === 'array' || issue.origin === 'set';
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' && issue.input === '') return { code: 'required' };
    return { code: counted ? 'too-short' : 'too-small', params: { minimum: Number(issue.minimum) } };
  }
  return { code: counted ? 'too-long' : 'too-big', params: { maximum: Number(issue.maximum) } };
};

const typeFault = (issue: core.$ZodIssueInvalidType): Fault => {
  if (issue.input === undefined || issue.input === null) return { code: 'required' };
  if (issue.expected === 'int' && typeof issue.input === 'number') return { code: 'not-whole' };
  return { code: 'wrong-type' };
};

const faultOf = (issue: Issue): Fault => {
  switch (issue.code) {
    case 'invalid_type':
      return typeFault(issue);
    case 'too_small':
    case 'too_big':
      return sizeFault(issue);
    case 'invalid_format':
      return { code: 'wrong-format' };
    case 'unrecognized_keys':
      return { code: 'unknown-field', params: { keys: issue.keys.join(', ').slice(0, 200) } };
    case 'invalid_value':
      return issue.input === undefined
        ? { code: 'required' }
        : { code: 'not-one-of', params: { values: issue.values.map(String).join(', ') } };
    case 'not_multiple_of':
      return { code: 'not-whole' };
    default:
      return { code: 'invalid' };
  }
};

const toFieldIssue = (issue: Issue): FieldIssue => ({ path: issue.path.map(String).join('.'), ...faultOf(issue) });

/** One fault of a kind for a field: `z.int()` has bounds of its own besides the schema's, which come after them. */
const oneOfAKind = (issues: readonly FieldIssue[]): FieldIssue[] => [
  ...new Map(issues.map((issue) => [`${issue.path} ${issue.code}`, issue])).values(),
];

/** Checks `value` by a zod schema outside a controller's parameter (multipart fields, command-line input). */
export const validated = <S extends ZodType>(schema: S, value: unknown): S['_zod']['output'] => {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new DomainError('invalid-input', {}, oneOfAKind(result.error.issues.slice(0, MAX_ISSUES).map(toFieldIssue)));
};

/** Validates each controller parameter that names a schema; the refusal lists the fields at fault by code. */
export class RequestValidationPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.schema === undefined) return value;
    if (!(metadata.schema instanceof ZodType)) throw new Error('Parameters are validated by zod schemas only');
    return validated(metadata.schema, value);
  }
}
