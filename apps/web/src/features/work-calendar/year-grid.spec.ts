import type { CalendarDay } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { arrangementOf } from './arrangement.js';
import { dayAway, toggled, yearGrid } from './year-grid.js';

const NATIONAL: readonly CalendarDay[] = [
  { day: '2026-09-20', kind: 'worked', name: '国庆节' },
  ...[1, 2, 3, 4, 5, 6, 7].map((day): CalendarDay => ({ day: `2026-10-0${day}`, kind: 'off', name: '国庆节' })),
  { day: '2026-10-10', kind: 'worked', name: '国庆节' },
];

describe('the grid of a year', () => {
  it('has every day once, in weeks that begin on Monday', () => {
    const months = yearGrid(2024, []);
    const days = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null);
    expect(months).toHaveLength(12);
    expect(days).toHaveLength(366);
    expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true);
    expect(months[0]?.weeks[0]?.[0]).toMatchObject({ day: '2024-01-01', weekday: 'mon', state: 'plain' });
    expect(months[8]?.weeks[0]).toEqual([null, null, null, null, null, null, expect.objectContaining({ number: 1 })]);
  });

  it('says of each day what it counts as', () => {
    const days = yearGrid(2026, NATIONAL).flatMap(({ weeks }) => weeks.flat());
    const stateOf = (day: string) => days.find((each) => each?.day === day)?.state;
    expect(['2026-10-01', '2026-10-10', '2026-10-11', '2026-10-12'].map(stateOf)).toEqual([
      'off',
      'worked',
      'rest',
      'plain',
    ]);
  });

  it('marks a day, marks it otherwise, and makes it an ordinary one again', () => {
    const off: CalendarDay = { day: '2026-10-08', kind: 'off', name: '国庆节' };
    const more = toggled(NATIONAL, off);
    expect(more.map(({ day }) => day).slice(-2)).toEqual(['2026-10-08', '2026-10-10']);
    expect(toggled(more, off)).toEqual(NATIONAL);
    const worked: CalendarDay = { day: '2026-10-10', kind: 'off', name: '' };
    expect(toggled(NATIONAL, worked).at(-1)).toEqual(worked);
  });

  it('moves by days and stays in the year', () => {
    expect(dayAway('2026-02-28', 1)).toBe('2026-03-01');
    expect(dayAway('2026-01-03', -7)).toBeNull();
  });
});

it('the arrangement of a year says each holiday as its notice does', () => {
  expect(arrangementOf([...NATIONAL, { day: '2026-01-01', kind: 'off', name: '元旦' }])).toEqual([
    { name: '元旦', off: [{ from: '2026-01-01', to: '2026-01-01' }], worked: [] },
    {
      name: '国庆节',
      off: [{ from: '2026-10-01', to: '2026-10-07' }],
      worked: [
        { from: '2026-09-20', to: '2026-09-20' },
        { from: '2026-10-10', to: '2026-10-10' },
      ],
    },
  ]);
});
