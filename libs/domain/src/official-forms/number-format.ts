import { exact, roundHalfAway } from '../kernel/exact.js';

/** Formats that every writer can print: `0`, `0.00`, `#,##0.00`, `0.00%`, `General`. */
const FORMAT = /^(?:General|(#,##)?0(?:\.(0{1,6}))?(%)?)$/;

export const isFormFormat = (format: string): boolean => FORMAT.test(format);

/** A number as it is printed in a format of a form, rounded half away from zero. */
export function formatFormNumber(value: number, format: string): string {
  const match = FORMAT.exec(format);
  if (!match || match[0] === 'General') return String(value);
  const [, grouped, decimals = '', percent] = match;
  const shown = percent === undefined ? exact(value) : exact(value).mul(100);
  const rounded = roundHalfAway(shown, decimals.length);
  const [whole = '', fraction] = Math.abs(rounded).toFixed(decimals.length).split('.');
  const digits = grouped === undefined ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${rounded < 0 ? '-' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}${percent ?? ''}`;
}
