import { DomainError } from '../runtime/domain-error.js';

/** A value that a column cannot hold exactly; refused before it reaches the database rather than stored changed. */
export class ValueOutOfRange extends DomainError {
  constructor(what: string, value: unknown) {
    super('value-out-of-range', { what, value: String(value).slice(0, 60) });
  }
}
