import { InvalidArgumentError, Option } from 'commander';

const wholeNumber = (name: string, from: number, to: number) => (text: string) => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < from || value > to) {
    throw new InvalidArgumentError(`${name} is a whole number from ${from} to ${to}.`);
  }
  return value;
};

const isoDay = (text: string): string => {
  const date = new Date(`${text}T00:00:00.000Z`);
  const valid =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!valid) throw new InvalidArgumentError('A day is written YYYY-MM-DD.');
  return text;
};

export const monthOf = wholeNumber('The month', 1, 12);

export const yearOption = (): Option =>
  new Option('--year <year>', 'fiscal year').argParser(wholeNumber('The year', 2000, 2100));
export const monthOption = (): Option =>
  new Option('--month <month>', 'last month of the round, 1 to 12').argParser(monthOf);
export const dayOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(isoDay);
export const jsonOption = (): Option => new Option('--json', 'print one JSON document and nothing else');
export const unitOption = (description: string): Option => new Option('--unit <code>', description);

export interface RoundOptions {
  readonly year: number;
  readonly month: number;
  readonly json?: boolean;
}
