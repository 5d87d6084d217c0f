import { describe, expect, it } from '@jest/globals';
import type { Round } from '../../shared/api/schema.gen.js';
import { chooseRound, roundKeyOf } from './choose-round.js';
import { nextRound } from './next-round.js';

const round = (year: number, month: number, status: Round['status'] = 'open'): Round => ({
  id: `${year}-${month}`,
  year,
  month,
  status,
  opensOn: '',
  closesOn: '',
  deadlinePassed: false,
  reportingEndedAt: null,
  rulePack: 'ratio@1',
  lockedAt: null,
});
const rounds = [round(2022, 12, 'locked'), round(2023, 3, 'locked'), round(2023, 6), round(2023, 9, 'notOpen')];

describe('the round to show', () => {
  it('is the first wanted one that exists', () => {
    const wanted = [null, { year: 2021, month: 6 }, { year: 2022, month: 12 }];
    expect(chooseRound(rounds, wanted)?.id).toBe('2022-12');
  });

  it('is otherwise the newest that has begun', () => {
    expect(chooseRound(rounds, [])?.id).toBe('2023-6');
    expect(chooseRound([round(2024, 3, 'notOpen')], [])?.id).toBe('2024-3');
    expect(chooseRound([], [])).toBeNull();
  });

  it('is read from an address only where it names one', () => {
    expect(roundKeyOf('2023', '6')).toEqual({ year: 2023, month: 6 });
    for (const [year, month] of [
      ['2023', '13'],
      ['x', '6'],
      [undefined, undefined],
      ['2023', '0'],
    ]) {
      expect(roundKeyOf(year, month)).toBeNull();
    }
  });
});

describe('the round that comes next', () => {
  it('is the quarter after the newest, with half a month to report', () => {
    expect(nextRound(rounds, 2023)).toEqual({ year: 2023, month: 12, opensOn: '2024-01-01', closesOn: '2024-01-15' });
    expect(nextRound([round(2023, 12)], 2023)).toMatchObject({ year: 2024, month: 3 });
    expect(nextRound([round(2023, 4)], 2023)).toMatchObject({ year: 2023, month: 6 });
  });

  it('is the first quarter of this year where there is none', () => {
    expect(nextRound([], 2023)).toEqual({ year: 2023, month: 3, opensOn: '2023-04-01', closesOn: '2023-04-15' });
  });
});
