import { describe, expect, it } from '@jest/globals';
import { findingOf, type FoundDraft } from './finding.js';

const typed = (kind: FoundDraft['kind'], text: string, notDone = false) =>
  findingOf({ kind, indicatorId: 'i', text, notDone });

describe('What was found', () => {
  it('is an amount in 万元, a figure, an outcome or a day, by what it is about', () => {
    expect(typed('expenditure', ' 25.5 ')).toEqual({ expenditureFen: 25_500_000 });
    expect(typed('level', '92.5')).toEqual({ indicatorId: 'i', value: 92.5 });
    expect(typed('qualitative', 'partly')).toEqual({ indicatorId: 'i', outcome: 'partly' });
    expect(typed('date', '2023-06-30')).toEqual({ indicatorId: 'i', doneOn: '2023-06-30' });
  });

  it('R21: is "not done" for a day, whatever day stands there, and for nothing else', () => {
    expect(typed('date', '2023-06-30', true)).toEqual({ indicatorId: 'i', notDone: true });
    expect(typed('date', '', true)).toEqual({ indicatorId: 'i', notDone: true });
    expect(typed('level', '', true)).toBeNull();
  });

  it('is nothing where it is blank or not of its kind', () => {
    for (const kind of ['expenditure', 'level', 'qualitative', 'date'] as const) expect(typed(kind, ' ')).toBeNull();
    expect(typed('expenditure', '-1')).toBeNull();
    expect(typed('expenditure', '约三')).toBeNull();
    expect(typed('level', '约三')).toBeNull();
    expect(typed('qualitative', '达成')).toBeNull();
  });
});
