import { daysInMonth, isoDay } from '../kernel/calendar-date.js';

/** A due day that a text names. `dueDate` is null, with the reason, where the day cannot be known. */
export interface ReadDate {
  readonly dueDate: string | null;
  readonly problem?: 'date-without-year' | 'date-impossible';
}

/** What a form of date says: the year as printed or from the context, and how the day follows from a known year. */
interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, year: number) => string | null;
  /** A form that also occurs inside sentences (`年末考核优秀`) counts only between words of finishing. */
  readonly strict?: boolean;
}
type Groups = Readonly<Record<string, string | undefined>>;

const YEAR = '(?<year>(?:19|20)\\d{2})';
const YEAR_WORD = `(?:${YEAR}年度?|(?<!\\d)(?<short>\\d{2})年(?=\\d)|(?<next>[次翌]年)|当年|本年度?|每年|全年)?`;
const MONTH = '(?<month>\\d{1,2})';
/** `1-12月`: a span of months ends with its last one. */
const FROM_MONTH = '(?:\\d{1,2}[-~—–至到])?';
const DAY = '(?<day>\\d{1,2})';
const PART = '(?<part>月?底|月?末|上旬|中旬|下旬)?';
const BEFORE = '(?<before>之前|以前|前)?';
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

const endOfMonth = (year: number, month: number): string | null =>
  month >= 1 && month <= 12 ? isoDay(year, month, daysInMonth(year, month)) : null;

/** `10月前` ends with September; `10月底前` and `10月` with October (R16). */
function readMonth(groups: Groups, year: number): string | null {
  const month = Number(groups['month']);
  if (month < 1 || month > 12) return null;
  if (groups['part'] === '上旬') return isoDay(year, month, 10);
  if (groups['part'] === '中旬') return isoDay(year, month, 20);
  if (!groups['before'] || groups['part']) return endOfMonth(year, month);
  return month === 1 ? endOfMonth(year - 1, 12) : endOfMonth(year, month - 1);
}

const readDay: Form['read'] = ({ month, day }, year) => isoDay(year, Number(month), Number(day));

/** `2023年` and `年底前` end with the year, `2023年前` with the one before. */
const readYear: Form['read'] = ({ before, part }, year) => endOfMonth(before && !part ? year - 1 : year, 12);

const readQuarter: Form['read'] = ({ quarter = '', before, part }, year) => {
  const month = (QUARTERS[quarter] ?? 4) * 3;
  if (!before || part) return endOfMonth(year, month);
  return month === 3 ? endOfMonth(year - 1, 12) : endOfMonth(year, month - 3);
};

/** Tried in this order; of several days of one form the last counts, so that a span ends where it ends. */
const FORMS: readonly Form[] = [
  { pattern: new RegExp(`${YEAR_WORD}${MONTH}月(?:份)?${DAY}[日号]${BEFORE}`, 'g'), read: readDay },
  { pattern: new RegExp(`(?<!\\d)${YEAR}年${MONTH}月${DAY}(?!\\d)${BEFORE}`, 'g'), read: readDay },
  { pattern: new RegExp(`(?<!\\d)${YEAR}([-./])${MONTH}\\2${DAY}(?!\\d)${BEFORE}`, 'g'), read: readDay },
  { pattern: new RegExp(`^${YEAR}(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])${BEFORE}$`, 'g'), read: readDay },
  { pattern: new RegExp(`${YEAR_WORD}(?<!\\d)${FROM_MONTH}${MONTH}月份?${PART}${BEFORE}`, 'g'), read: readMonth },
  { pattern: new RegExp(`^${YEAR}[-./]${MONTH}${BEFORE}$`, 'g'), read: readMonth },
  {
    pattern: new RegExp(`${YEAR_WORD}第?(?<quarter>[一二三四1-4])季度(?<part>末|底)?${BEFORE}`, 'g'),
    read: readQuarter,
    strict: true,
  },
  {
    pattern: new RegExp(`${YEAR_WORD}(?<half>[上下])半年(?<part>末|底)?${BEFORE}`, 'g'),
    read: ({ half }, year) => endOfMonth(year, half === '上' ? 6 : 12),
    strict: true,
  },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}年度?(?<part>年?底|年?末|终|内)?${BEFORE}`, 'g'),
    read: readYear,
    strict: true,
  },
  {
    pattern: /(?:当年|本年度?|年度?)(?<part>年?底|年?末|终|内)(?<before>之前|以前|前)?/g,
    read: readYear,
    strict: true,
  },
];

/** Words around a date that leave it a date; anything else makes the text a sentence that only mentions one. */
const AROUND = /^[^\d一二两三四五六七八九十几数]{0,16}$/;
const FINISHING =
  /^(?:截止|截至|于|在|到|须|应|要求|全部|按时|按期|及时|如期|完成|完工|竣工|支付|拨付|验收|发放|结束|完毕|[<=≤≦])*$/;
const DURATION = /^(?:[<>=≤≥≦≧]+|不超过|不少于|不低于|大于|小于)\d{1,2}月$/;
const COMPARES = /[>≥≧⩾%‰]|不低于|不少于|大于|达到/;

function dayOf(form: Form, found: readonly Groups[], contextYear: number | null): ReadDate {
  const printed = found.map(({ year, short }) => year ?? (short && `20${short}`)).findLast(Boolean);
  const named = printed ? Number(printed) : contextYear;
  if (named === null) return { dueDate: null, problem: 'date-without-year' };
  const last = found.at(-1) ?? {};
  const dueDate = form.read(last, last['next'] ? named + 1 : named);
  return dueDate === null ? { dueDate, problem: 'date-impossible' } : { dueDate };
}

/** `24月` is a duration that lacks its 个. */
const isMonth = (month: string | undefined): boolean =>
  month === undefined || (Number(month) >= 1 && Number(month) <= 12);

/**
 * The last exact day that stands anywhere in a text (`2023年12月31日前完成100%`), for texts that state nothing else that can be
 * judged; null where there is none.
 */
export function readDayWithin(text: string, year: number | null): ReadDate | null {
  const compact = text.replace(/\s/g, '');
  for (const form of FORMS.filter(({ read }) => read === readDay)) {
    const found = [...compact.matchAll(form.pattern)].map(({ groups }) => groups ?? {});
    if (found.length > 0) return dayOf(form, found, year);
  }
  return null;
}

/**
 * The due day that a target value names, or null where it names none (R16). `text` is half-width. A month stands for its last
 * day, `10月前` for the last day before it; a year that is not printed comes from `year`. `1年`, `12个月` are durations.
 */
export function readDueDate(text: string, year: number | null): ReadDate | null {
  const compact = text.replace(/\s/g, '');
  if (DURATION.test(compact) || COMPARES.test(compact)) return null;
  for (const form of FORMS) {
    const found = [...compact.matchAll(form.pattern)].map(({ groups }) => groups ?? {});
    if (found.length === 0) continue;
    const around = compact.replace(form.pattern, '').replaceAll(/[-~—–至、,。;()]/g, '');
    if (form.read === readMonth && !found.every(({ month }) => isMonth(month))) return null;
    return (form.strict ? FINISHING : AROUND).test(around) ? dayOf(form, found, year) : null;
  }
  return null;
}

const PHASE = new RegExp(
  `^(?:在|于|截至|截止|到)?(?:${YEAR}年度?)?(?:${MONTH}月份?|第?(?<quarter>[一二三1-3])季度|(?<half>上)半年)(?<part>底|末)?${BEFORE}(?<within>内)?(?![\\d日号])(?<rest>.*\\d.*)$`,
  'su',
);

/**
 * The end of a part of the year for which a text states what is to be reached by then (`6月底前完成80%`, `第三季度完成60%`);
 * null for other texts, and for the end of the year, which is what every target means. A share of June is no target of the
 * whole year, so the day is what counts and the rest is left to the reader.
 */
export function readPhase(text: string, year: number | null): ReadDate | null {
  const groups = PHASE.exec(text.replace(/\s/g, ''))?.groups;
  if (!groups) return null;
  const { month, quarter, part, before, within, rest = '' } = groups;
  if (!part && !before && !within && !rest.includes('%')) return null;
  const read = month ? readMonth : quarter ? readQuarter : readFirstHalf;
  const found = dayOf({ pattern: PHASE, read }, [groups], year);
  return found.dueDate?.endsWith('-12-31') || (month && Number(month) >= 12 && !before) ? null : found;
}

const readFirstHalf: Form['read'] = (_, year) => endOfMonth(year, 6);

const MONTH_AND_DAY = /^(?<month>\d{1,2})[./](?<day>\d{1,2})(?<before>日?(?:之前|以前|前)(?:完成)?)?$/;

/**
 * `12.31前`, `6/30之前`: a day printed as month and day; without 前 only where `isDay` says that a day stands here, because
 * 12.31 is a number elsewhere (and a day of two digits is asked for, as 1.5 is hardly the fifth of January).
 */
export function readMonthAndDay(text: string, year: number | null, isDay: boolean): ReadDate | null {
  const groups = MONTH_AND_DAY.exec(text.replace(/\s/g, ''))?.groups;
  if (!groups || (!groups['before'] && (!isDay || groups['day']?.length !== 2))) return null;
  const [month, day] = [Number(groups['month']), Number(groups['day'])];
  if (isoDay(2024, month, day) === null) return null;
  return year === null
    ? { dueDate: null, problem: 'date-without-year' }
    : {
        dueDate: isoDay(year, month, day),
        ...(isoDay(year, month, day) ? {} : { problem: 'date-impossible' as const }),
      };
}

const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

/**
 * A number in a date column: an Excel serial of the years 2000–2099 (`44,561` is 2021-12-31) or a year (`2023`, due with its
 * last day). Null for other numbers.
 */
export function dateOfNumber(value: number): string | null {
  if (!Number.isInteger(value)) return null;
  if (value >= FIRST_SERIAL && value < LAST_SERIAL) {
    return new Date(SERIAL_ZERO + value * DAY_MS).toISOString().slice(0, 10);
  }
  return value >= 2000 && value < 2100 ? endOfMonth(value, 12) : null;
}
