import { localeOf, type Locale } from '../platform/http/message-catalogue.js';

/** Language of the operator, from the system's settings. */
export const operatorLocale = (): Locale => localeOf(Intl.DateTimeFormat().resolvedOptions().locale);

/** The result of a command: the only thing that is written to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** What a person should know beside the result. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
