import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../shared/api/schema.gen.js';
import { formOf, type FormTarget, readForm, settledForm } from './report-form.js';

const TARGETS: readonly FormTarget[] = [
  { id: 'count', kind: 'cumulative', unit: '件' },
  { id: 'word', kind: 'qualitative', unit: null },
  { id: 'day', kind: 'date', unit: null },
  { id: 'rate', kind: 'executionRate', unit: '%' },
];
const LAST_DAY = '2023-06-30';

const report = (changes: Partial<Report> = {}): Report => ({
  projectId: 'p',
  projectName: 'p',
  year: 2023,
  month: 6,
  roundStatus: 'open',
  closesOn: '2023-07-15',
  deadlinePassed: false,
  extensionReason: null,
  submittedLate: false,
  status: 'draft',
  selfApproved: false,
  reopening: null,
  version: 3,
  expenditureFen: null,
  fiscalFen: null,
  otherFen: null,
  expectedFullYearFen: null,
  reasons: [],
  reasonNote: null,
  treasury: null,
  inForceFen: null,
  expenditureSource: null,
  difference: null,
  differenceNote: null,
  results: [],
  previous: null,
  history: [],
  warnings: [],
  lastStep: null,
  steps: [],
  updatedBy: null,
  updatedByName: null,
  updatedAt: null,
  ...changes,
});
const result = (indicatorId: string, changes: Partial<Report['results'][number]> = {}): Report['results'][number] => ({
  indicatorId,
  value: null,
  outcome: null,
  text: null,
  doneOn: null,
  notDone: false,
  noData: null,
  expected: null,
  reasons: [],
  reasonNote: null,
  likelihood: null,
  note: null,
  ...changes,
});
const read = (stored: Report, type: (form: ReturnType<typeof formOf>) => void) => {
  const form = formOf(stored, TARGETS);
  type(form);
  return readForm(form, stored, TARGETS, LAST_DAY);
};
const entryOf = (form: ReturnType<typeof formOf>, id: string) => {
  const entry = form.indicators[id];
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
};

describe('the form of a report', () => {
  it('sends back exactly what is stored where nothing was typed', () => {
    const stored = report({
      expenditureFen: 1_234_567,
      fiscalFen: 1_234_500,
      otherFen: 67,
      expectedFullYearFen: 200_000_000,
      reasons: ['funding'],
      reasonNote: 'late',
      results: [
        result('count', { value: 8_099, likelihood: 'possible', reasons: ['staff'], reasonNote: 'x', note: 'n' }),
        result('word', { outcome: 'partly', text: 't' }),
        result('day', { doneOn: '2023-05-31' }),
        result('rate'),
      ],
    });
    const { input, faults } = read(stored, () => undefined);
    expect(faults).toEqual({});
    expect(input).toEqual({
      version: 3,
      expenditureFen: 1_234_567,
      fiscalFen: 1_234_500,
      otherFen: 67,
      expectedFullYearFen: 200_000_000,
      reasons: ['funding'],
      differenceNote: null,
      reasonNote: 'late',
      results: stored.results,
    });
  });

  it('R28: keeps blank, zero and "no data" three different things', () => {
    const { input } = read(report(), (form) => {
      entryOf(form, 'count').value = '0';
      Object.assign(entryOf(form, 'word'), { mode: 'noData', noData: 'survey is late' });
    });
    expect(input.expenditureFen).toBeNull();
    expect(input.results.map(({ value, noData }) => [value, noData])).toEqual([
      [0, null],
      [null, 'survey is late'],
      [null, null],
      [null, null],
    ]);
  });

  it('adds fiscal and other funds; one alone leaves the other zero', () => {
    const { input } = read(report(), (form) => {
      form.fiscal = '100.5';
    });
    expect([input.expenditureFen, input.fiscalFen, input.otherFen]).toEqual([100_500_000, 100_500_000, 0]);
  });

  it('keeps the stored value of a field that cannot be read, and says which', () => {
    const stored = report({
      expenditureFen: 500,
      fiscalFen: 500,
      otherFen: 0,
      results: [result('count', { value: 7 })],
    });
    const { input, faults } = read(stored, (form) => {
      form.fiscal = '1e20';
      entryOf(form, 'count').value = 'many';
      entryOf(form, 'word').outcome = 'met';
    });
    expect(faults).toEqual({ fiscal: 'amount-unreadable', count: 'figure-unreadable' });
    expect(input.fiscalFen).toBe(500);
    expect(input.results[0]?.value).toBe(7);
    expect(input.results[1]?.outcome).toBe('met');
  });

  it('R21: takes a day up to the end of the round, "not done yet", and no later day', () => {
    const typed = (change: object) => read(report(), (form) => Object.assign(entryOf(form, 'day'), change));
    expect(typed({ doneOn: '2023-06-30' }).input.results[2]?.doneOn).toBe('2023-06-30');
    expect(typed({ doneOn: '2023-07-01' }).faults).toEqual({ day: 'done-after-round' });
    expect(typed({ mode: 'notDone' }).input.results[2]?.notDone).toBe(true);
  });

  it('asks why there are no data', () => {
    const { faults } = read(report(), (form) => Object.assign(entryOf(form, 'count'), { mode: 'noData', noData: ' ' }));
    expect(faults).toEqual({ count: 'no-data-without-reason' });
  });
});

describe('the form as it will stand once it is saved', () => {
  const settle = (change: (form: ReturnType<typeof formOf>) => void) => {
    const form = formOf(report(), TARGETS);
    change(form);
    return settledForm(form, report(), TARGETS, LAST_DAY);
  };

  it('says a figure as it will be stored, so that the same figure is no change', () => {
    const settled = settle((form) => {
      Object.assign(form, { fiscal: '3,000.5', reasonNote: ' 跨月 ' });
      entryOf(form, 'count').value = ' 1,200 件';
    });
    expect(settled).toMatchObject({ fiscal: '3000.50', other: '', reasonNote: '跨月' });
    expect(settled.indicators.count?.value).toBe('1200');
  });

  it('leaves what cannot be read as it was typed', () => {
    const settled = settle((form) => {
      form.fiscal = '12万3';
      entryOf(form, 'count').value = '七八个';
    });
    expect(settled.fiscal).toBe('12万3');
    expect(settled.indicators.count?.value).toBe('七八个');
  });
});
