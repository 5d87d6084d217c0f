import { MAX_RESULT } from '@jixiao/domain';

const FULL_WIDTH_OFFSET = 0xfee0;
const FIGURE = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/;

export type FigureRead =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly fault: 'figure-unreadable' | 'figure-too-large' };

const halfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET));

/** Reads a result as typed: thousands commas, full-width digits and the indicator's own unit are accepted; blank is null, below zero is a result (R32). */
export function parseFigure(text: string, unit: string | null): FigureRead {
  let compact = halfWidth(text).replace(/\s/g, '');
  if (compact === '') return { ok: true, value: null };
  const suffix = halfWidth(unit ?? '');
  if (suffix && compact.endsWith(suffix)) compact = compact.slice(0, -suffix.length);
  const match = FIGURE.exec(compact);
  if (!match) return { ok: false, fault: 'figure-unreadable' };
  const [, sign, whole = '', decimals = ''] = match;
  const size = Number(whole.replaceAll(',', '') + decimals);
  if (size > MAX_RESULT) return { ok: false, fault: 'figure-too-large' };
  // Not -0, which would be stored as a figure of its own.
  return { ok: true, value: sign && size > 0 ? -size : size };
}
