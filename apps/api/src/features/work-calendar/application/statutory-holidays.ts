import type { CalendarDay } from '@jixiao/domain';

/** What the State Council announces for a year: holidays as first and last day, and the weekends that make up for them. */
interface Notice {
  readonly source: string;
  readonly off: readonly (readonly [name: string, first: string, last: string])[];
  readonly worked: readonly (readonly [name: string, day: string])[];
}

const [NEW_YEAR, SPRING, QINGMING, LABOUR, DRAGON_BOAT, MID_AUTUMN, NATIONAL, NATIONAL_AND_MID_AUTUMN] = [
  '元旦',
  '春节',
  '清明节',
  '劳动节',
  '端午节',
  '中秋节',
  '国庆节',
  '国庆节、中秋节',
];

/** By year, `MM-DD`. The next notice comes at the end of each year: it is entered on the page, or added here. */
const NOTICES: Readonly<Record<number, Notice>> = {
  2024: {
    source: '国务院办公厅关于2024年部分节假日安排的通知',
    off: [
      [NEW_YEAR, '01-01', '01-01'],
      [SPRING, '02-10', '02-17'],
      [QINGMING, '04-04', '04-06'],
      [LABOUR, '05-01', '05-05'],
      [DRAGON_BOAT, '06-10', '06-10'],
      [MID_AUTUMN, '09-15', '09-17'],
      [NATIONAL, '10-01', '10-07'],
    ],
    worked: [
      [SPRING, '02-04'],
      [SPRING, '02-18'],
      [QINGMING, '04-07'],
      [LABOUR, '04-28'],
      [LABOUR, '05-11'],
      [MID_AUTUMN, '09-14'],
      [NATIONAL, '09-29'],
      [NATIONAL, '10-12'],
    ],
  },
  2025: {
    source: '国务院办公厅关于2025年部分节假日安排的通知',
    off: [
      [NEW_YEAR, '01-01', '01-01'],
      [SPRING, '01-28', '02-04'],
      [QINGMING, '04-04', '04-06'],
      [LABOUR, '05-01', '05-05'],
      [DRAGON_BOAT, '05-31', '06-02'],
      [NATIONAL_AND_MID_AUTUMN, '10-01', '10-08'],
    ],
    worked: [
      [SPRING, '01-26'],
      [SPRING, '02-08'],
      [LABOUR, '04-27'],
      [NATIONAL_AND_MID_AUTUMN, '09-28'],
      [NATIONAL_AND_MID_AUTUMN, '10-11'],
    ],
  },
  2026: {
    source: '国务院办公厅关于2026年部分节假日安排的通知',
    off: [
      [NEW_YEAR, '01-01', '01-03'],
      [SPRING, '02-15', '02-23'],
      [QINGMING, '04-04', '04-06'],
      [LABOUR, '05-01', '05-05'],
      [DRAGON_BOAT, '06-19', '06-21'],
      [MID_AUTUMN, '09-25', '09-27'],
      [NATIONAL, '10-01', '10-07'],
    ],
    worked: [
      [NEW_YEAR, '01-04'],
      [SPRING, '02-14'],
      [SPRING, '02-28'],
      [LABOUR, '05-09'],
      [NATIONAL, '09-20'],
      [NATIONAL, '10-10'],
    ],
  },
};

/** A year's calendar as the program brings it. */
export interface StatutoryYear {
  readonly source: string;
  readonly days: readonly CalendarDay[];
}

/** The statutory holidays and make-up days of a year in calendar order; null for a year whose notice is not shipped. */
export function statutoryYear(year: number): StatutoryYear | null {
  const notice = NOTICES[year];
  if (notice === undefined) return null;
  const off = notice.off.flatMap(([name, first, last]) =>
    daysOf(`${year}-${first}`, `${year}-${last}`).map((day): CalendarDay => ({ day, kind: 'off', name })),
  );
  const worked = notice.worked.map(([name, day]): CalendarDay => ({ day: `${year}-${day}`, kind: 'worked', name }));
  return { source: notice.source, days: [...off, ...worked].sort((a, b) => (a.day < b.day ? -1 : 1)) };
}

export const STATUTORY_YEARS: readonly number[] = Object.keys(NOTICES).map(Number);

const DAY_MS = 86_400_000;

/** ISO days from the first to the last. */
function daysOf(first: string, last: string): string[] {
  const count = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  return Array.from({ length: count }, (_, at) => new Date(Date.parse(first) + at * DAY_MS).toISOString().slice(0, 10));
}
