const DAY_MS = 86_400_000;
/** The last day of the year 9999. */
const LAST_SERIAL = 2_958_465;
/** Quoted and escaped text, half-day marks, colours or locales in brackets; but `[h]` is elapsed time. */
const NO_TOKEN = /"[^"]*"|\\.|_.|\*.|am\/pm|a\/p|上午\/下午|\[(?!h+\]|m+\]|s+\])[^\]]{0,40}\]/gi;

/** True for a number format that shows a day or a time. */
export function isDateFormat(code: string): boolean {
  const tokens = code.replace(NO_TOKEN, '');
  return /[ymdhs]/i.test(tokens) && !/general/i.test(tokens) && !/[#?]|0(?!0*$)/.test(tokens);
}

/**
 * A day as Chinese documents write it, with the parts that its cell shows: 2024年12月31日, 2024年12月, 12月31日; a time
 * as 14:30. Null where the number is no day.
 */
export function dateText(serial: number, code: string, is1904: boolean): string | null {
  if (!(serial >= 0 && serial <= LAST_SERIAL)) return null;
  const tokens = code.replace(NO_TOKEN, '').toLowerCase();
  const day = dayOf(serial, is1904);
  const withoutMinutes = tokens.replace(/h+\]?\W*m+|m+\W*s+/g, 'h');
  const parts = [
    /y/.test(tokens) ? `${day.getUTCFullYear()}年` : '',
    /m/.test(withoutMinutes) ? `${day.getUTCMonth() + 1}月` : '',
    /(?<!d)d{1,2}(?!d)/.test(tokens) ? `${day.getUTCDate()}日` : '',
  ].join('');
  const time = /[hs]/.test(tokens) ? timeText(serial, tokens.includes('[h')) : '';
  return [parts, time].filter((part) => part !== '').join(' ') || null;
}

/** A day written in ISO form (2024-12-31T00:00:00) as `dateText` writes it; other texts as they are. */
export const isoDateText = (text: string): string =>
  text.replace(
    /^(\d{4})-(\d{2})-(\d{2})(?:T00:00:00(?:\.0+)?Z?)?$/,
    (_, year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`,
  );

/** Excel counts a 29 February 1900 that never was, so days before March 1900 are one off. */
function dayOf(serial: number, is1904: boolean): Date {
  const whole = Math.floor(serial);
  if (is1904) return new Date(Date.UTC(1904, 0, 1) + whole * DAY_MS);
  return new Date(Date.UTC(1899, 11, 30) + (whole < 60 ? whole + 1 : whole) * DAY_MS);
}

function timeText(serial: number, isElapsed: boolean): string {
  const minutes = Math.round((isElapsed ? serial : serial % 1) * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
