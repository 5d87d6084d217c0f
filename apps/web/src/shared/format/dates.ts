import { EMPTY } from './figures.js';

export type Locale = 'zh' | 'en';

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const monthEn = (month: number): string => MONTHS_EN[month - 1] ?? String(month);

/** `6月`, `Jun`. */
export const formatMonth = (month: number, locale: Locale): string => (locale === 'zh' ? `${month}月` : monthEn(month));

/** `2023年6月`, `Jun 2023`. */
export const formatYearMonth = (year: number, month: number, locale: Locale): string =>
  locale === 'zh' ? `${year}年${month}月` : `${monthEn(month)} ${year}`;

/** A round is cumulative: `2023年1-6月`, `Jan–Jun 2023`. */
export function formatPeriod(year: number, month: number, locale: Locale): string {
  if (month === 1) return formatYearMonth(year, 1, locale);
  return locale === 'zh' ? `${year}年1-${month}月` : `Jan–${monthEn(month)} ${year}`;
}

/** An ISO day for reading: `2023年6月30日`, `30 Jun 2023`. */
export function formatDay(isoDay: string | null | undefined, locale: Locale): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDay ?? '');
  if (!parts) return EMPTY;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return locale === 'zh' ? `${year}年${month}月${day}日` : `${day} ${monthEn(month)} ${year}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** An instant (ISO, UTC) in the reader's time zone: `2023年6月30日 17:05`. */
export function formatInstant(iso: string | null | undefined, locale: Locale): string {
  if (!iso) return EMPTY;
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return EMPTY;
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${formatDay(day, locale)} ${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** Only the time of day, for "saved at 17:05". */
export const formatTime = (at: Date): string => `${pad(at.getHours())}:${pad(at.getMinutes())}`;
