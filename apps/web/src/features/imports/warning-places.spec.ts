import { describe, expect, it } from '@jest/globals';
import type { ImportWarning, StagedIndicator } from './imports.api.js';
import { indicatorLines } from './indicator-lines.js';
import { printedPercents } from './printed-schedule.js';
import { placeWarnings } from './warning-places.js';

const warning = (code: string, at: string): ImportWarning => ({ code, at, message: code, project: 'p' });
const sources = {
  name: { text: 'a', at: 'table 1 row 2 cell 4' },
  budget: { text: '58.60', at: 'table 1 row 3 cell 2' },
  schedule: { text: '25%/25%', at: 'table 1 row 6' },
};
const placed = (...warningList: ImportWarning[]) => {
  const { byField, others } = placeWarnings({ warningList, indicatorList: [], sources });
  return { byField: [...byField].map(([field, list]) => [field, list.map(({ code }) => code)]), others };
};

describe('a warning of a project', () => {
  it('stands at the field whose cell it names', () => {
    expect(placed(warning('whatever', 'table 1 row 3 cell 2')).byField).toEqual([['budget', ['whatever']]]);
  });

  it('stands at the field of its code where that was not printed at all', () => {
    const { byField } = placed(
      warning('schedule-missing', 'table 1 row 1'),
      warning('project-code-malformed', 'table 1 row 1'),
      warning('budget-missing', 'table 1 row 1'),
    );
    expect(byField).toEqual([
      ['schedule', ['schedule-missing']],
      ['code', ['project-code-malformed']],
      ['budget', ['budget-missing']],
    ]);
  });

  it('is neither lost nor shown twice', () => {
    const list = [
      warning('schedule-looks-non-cumulative', 'table 1 row 6'),
      warning('indicators-missing', 'table 1 row 1'),
      warning('heading-differs', 'table 1 row 1'),
    ];
    const { byField, others } = placed(...list);
    expect(byField.flatMap(([, codes]) => codes).length + others.length).toBe(list.length);
    expect(others.map(({ code }) => code)).toEqual(['indicators-missing']);
  });
});

const indicator = (changes: Partial<StagedIndicator>): StagedIndicator =>
  ({
    index: 0,
    operator: 'gte',
    kind: 'cumulative',
    directionInferred: false,
    at: 'table 1 row 9',
    valueAt: 'table 1 row 9 cell 5',
    corrected: [],
    warnings: [],
    ...changes,
  }) as unknown as StagedIndicator;
const line = (changes: Partial<StagedIndicator>) => indicatorLines([indicator(changes)])[0];

describe('an indicator of the preview', () => {
  it('has the warnings of its value at the value, the others at its name', () => {
    const atValue = warning('unit-missing', 'table 1 row 9 cell 5');
    const atRow = warning('duplicate-indicator', 'table 1 row 9');
    expect(line({ warnings: [atValue, atRow] })).toMatchObject({
      valueWarnings: [atValue],
      nameWarnings: [atRow],
      warned: true,
    });
  });

  it('leaves to the project what a flat table says of it in the row of its first indicator', () => {
    const ofProject = warning('schedule-missing', 'Sheet1!2');
    const ofIndicator = warning('duplicate-indicator', 'Sheet1!2');
    const first = indicator({ at: 'Sheet1!2', valueAt: 'Sheet1!I2', warnings: [ofProject, ofIndicator] });
    expect(indicatorLines([first])[0]?.nameWarnings).toEqual([ofIndicator]);
    const { byField } = placeWarnings({ warningList: [], indicatorList: [first], sources: {} });
    expect([...byField]).toEqual([['schedule', [ofProject]]]);
  });

  it('R17, R17b: shows as inferred what the file does not print', () => {
    expect(line({ operator: 'eq', directionInferred: true })).toMatchObject({ valueInferred: true });
    expect(line({ operator: 'gte' })).toMatchObject({ valueInferred: false, judgementInferred: true });
    expect(line({ kind: 'date', operator: 'date' })).toMatchObject({ judgementInferred: false });
  });

  it('tells which of its cells somebody corrected', () => {
    expect(line({ corrected: ['unit'] })).toMatchObject({
      namesCorrected: false,
      valueCorrected: true,
      judgementCorrected: false,
    });
  });
});

describe('a printed schedule', () => {
  it('is read where all of it are percentages', () => {
    expect(printedPercents('25%/50％/75百分比/100')).toEqual([25, 50, 75, 100]);
    expect([printedPercents('25/无'), printedPercents(undefined)]).toEqual([null, null]);
  });
});
