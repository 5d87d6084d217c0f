/** A value that a column cannot hold exactly; refused before it reaches the database rather than stored changed. */
export class ValueOutOfRange extends RangeError {
  readonly code = 'value-out-of-range';

  constructor(what: string, value: unknown) {
    super(`${what}: ${String(value).slice(0, 60)}`);
    this.name = 'ValueOutOfRange';
  }
}
