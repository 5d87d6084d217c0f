import { describe, expect, it } from '@jest/globals';
import { checkCalendarDays, workCalendarOf, type CalendarDay } from './calendar-days.js';
import { readCalendarFile } from './read-calendar-file.js';
import { addWorkingDays } from './work-calendar.js';

const off = (day: string, name = ''): CalendarDay => ({ day, kind: 'off', name });
const worked = (day: string, name = ''): CalendarDay => ({ day, kind: 'worked', name });

describe('days of a year', () => {
  it('are what deadlines are counted by (R27)', () => {
    const days = [...[1, 2, 3, 4, 5, 6, 7].map((day) => off(`2026-10-0${day}`)), off('2026-09-25')];
    const calendar = workCalendarOf([...days, worked('2026-10-10')]);
    expect(addWorkingDays('2026-09-21', 10, calendar)).toBe('2026-10-12');
    expect(checkCalendarDays(2026, days)).toEqual([]);
  });

  it.each([
    ['no day', off('2026-02-30'), 'days.0.day calendar-day-form'],
    ['a day of another year', off('2025-12-31'), 'days.0.day calendar-day-other-year'],
    ['a weekday to be made up for', worked('2026-10-09'), 'days.0.day calendar-worked-weekday'],
    ['a name that is too long', off('2026-10-01', '长'.repeat(41)), 'days.0.name calendar-name-long'],
  ])('are refused for %s', (_, day, fault) => {
    expect(checkCalendarDays(2026, [day]).map(({ path, code }) => `${path} ${code}`)).toEqual([fault]);
  });

  it('are refused for a day that is there twice, also as two things', () => {
    const faults = checkCalendarDays(2026, [off('2026-09-20'), worked('2026-09-20')]);
    expect(faults).toEqual([{ path: 'days.1.day', code: 'calendar-day-repeated', params: { day: '2026-09-20' } }]);
  });
});

describe('a file of days', () => {
  const days = [off('2026-10-01', '国庆节'), worked('2026-10-10', '国庆节')];

  it.each([
    ['CSV', '2026-10-01,off,国庆节\n2026-10-10,worked,国庆节\n'],
    ['CSV as a spreadsheet writes it', '\uFEFF日期,类型,名称\r\n2026/10/1,放假,"国庆节"\r\n2026/10/10,上班,国庆节\r\n'],
    ['tabs and Chinese days', '2026年10月1日\t休\t国庆节\n\n２０２６年10月10日\t班\t国庆节'],
    ['JSON', JSON.stringify(days)],
    ['JSON with its source', JSON.stringify({ source: '通知', days })],
    [
      'JSON by other names',
      '{"year":2026,"days":[{"name":"国庆节","date":"2026-10-01","isOffDay":true},{"name":"国庆节","date":"2026-10-10","isOffDay":false}]}',
    ],
  ])('is read from %s', (_, text) => {
    expect(readCalendarFile(text)).toEqual({ ok: true, value: days });
  });

  it.each([
    ['an empty file', ' \n', { code: 'calendar-file-empty' }],
    ['only a heading', 'day,kind,name\n', { code: 'calendar-file-empty' }],
    ['broken JSON', '[{', { code: 'calendar-file-unreadable' }],
    ['JSON without days', '{"holidays":[]}', { code: 'calendar-file-unreadable' }],
    ['no day', '2026-10-01,off\n国庆,off', { code: 'calendar-line-day', params: { line: 2, text: '国庆' } }],
    ['31 September', '2026-09-31,off', { code: 'calendar-line-day', params: { line: 1, text: '2026-09-31' } }],
    ['an unknown kind', '2026-10-01,maybe', { code: 'calendar-line-kind', params: { line: 1, text: 'maybe' } }],
    [
      'a kind of every object',
      '[{"day":"2026-10-01","kind":"constructor"}]',
      { code: 'calendar-line-kind', params: { line: 1, text: 'constructor' } },
    ],
  ])('is refused with the place of the fault: %s', (_, text, error) => {
    expect(readCalendarFile(text)).toEqual({ ok: false, error });
  });
});
