/** The database cannot be used; the message is one line for the operator and holds no password. */
export class CannotOpenDatabase extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason.replaceAll(/\s+/g, ' '), options);
    this.name = 'CannotOpenDatabase';
  }
}
