import { describe, expect, it } from '@jest/globals';
import { mergeReports, takeField } from './merge-report.js';
import type { IndicatorForm, ReportForm } from './report-form.js';

const entry = (changes: Partial<IndicatorForm> = {}): IndicatorForm => ({
  mode: 'answer',
  value: '',
  outcome: '',
  text: '',
  doneOn: '',
  noData: '',
  expected: '',
  reasons: [],
  reasonNote: '',
  likelihood: '',
  note: '',
  ...changes,
});
const form = (changes: Partial<ReportForm> = {}, first: Partial<IndicatorForm> = {}): ReportForm => ({
  fiscal: '10',
  other: '',
  expected: '',
  reasons: [],
  reasonNote: '',
  differenceNote: '',
  indicators: { a: entry(first), b: entry({ value: '7' }) },
  ...changes,
});

describe('bringing two saves of one report together', () => {
  it('changes nothing where nobody has changed anything', () => {
    expect(mergeReports(form(), form(), form())).toEqual({ form: form(), conflicts: [], taken: 0 });
  });

  it('keeps what I alone changed and takes what they alone changed', () => {
    const mine = form({ fiscal: '11' }, { value: '5' });
    const theirs = form({ other: '2' }, { note: '备注', likelihood: 'possible' });
    const merged = mergeReports(form(), mine, theirs);
    expect(merged.form).toEqual(
      form({ fiscal: '11', other: '2' }, { value: '5', note: '备注', likelihood: 'possible' }),
    );
    expect(merged).toMatchObject({ conflicts: [], taken: 3 });
  });

  it('agrees silently where both changed a field to the same', () => {
    const both = form({ reasons: ['staff'] }, { value: '5' });
    expect(mergeReports(form(), both, structuredClone(both))).toEqual({ form: both, conflicts: [], taken: 0 });
  });

  it('names a field that both changed differently, and keeps mine in the form', () => {
    const merged = mergeReports(form(), form({ fiscal: '11' }), form({ fiscal: '12', reasonNote: '他人' }));
    expect(merged.conflicts).toEqual([{ indicatorId: null, name: 'fiscal' }]);
    expect(merged.form).toMatchObject({ fiscal: '11', reasonNote: '他人' });
    expect(merged.taken).toBe(1);
  });

  it('counts blanking as a change, by either of both', () => {
    expect(mergeReports(form(), form({ fiscal: '' }), form()).form.fiscal).toBe('');
    expect(mergeReports(form(), form(), form({ fiscal: '' })).form.fiscal).toBe('');
    expect(mergeReports(form(), form({ fiscal: '' }), form({ fiscal: '9' })).conflicts).toHaveLength(1);
  });

  it('treats an answer as one: "no data" against a figure is one conflict and never half of each', () => {
    const mine = form({}, { mode: 'noData', noData: '系统未上线' });
    const theirs = form({}, { value: '5' });
    const { form: merged, conflicts } = mergeReports(form(), mine, theirs);
    expect(conflicts).toEqual([{ indicatorId: 'a', name: 'answer' }]);
    expect(merged.indicators.a).toEqual(entry({ mode: 'noData', noData: '系统未上线' }));
    takeField(merged, theirs, { indicatorId: 'a', name: 'answer' });
    expect(merged.indicators.a).toEqual(entry({ value: '5' }));
  });

  it('compares reasons as a list', () => {
    const mine = form({ reasons: ['staff'] });
    const theirs = form({ reasons: ['staff', 'other'] });
    expect(mergeReports(form(), mine, theirs).conflicts).toEqual([{ indicatorId: null, name: 'reasons' }]);
    expect(mergeReports(theirs, mine, theirs).form.reasons).toEqual(['staff']);
  });

  it('leaves the three reports as they were', () => {
    const [base, mine, theirs] = [form(), form({ fiscal: '11' }), form({ other: '3' }, { value: '1' })];
    const before = structuredClone([base, mine, theirs]);
    const { form: merged } = mergeReports(base, mine, theirs);
    merged.reasons.push('other');
    expect([base, mine, theirs]).toEqual(before);
  });

  it('loses no field: whatever either changed stands in the result or is a conflict', () => {
    const texts = ['', '1', '2'];
    for (const base of texts)
      for (const my of texts)
        for (const their of texts) {
          const one = (value: string) => form({ fiscal: value }, { note: value });
          const merged = mergeReports(one(base), one(my), one(their));
          const names = merged.conflicts.map(({ name }) => name);
          const isConflict = my !== their && my !== base && their !== base;
          expect(names).toEqual(isConflict ? ['fiscal', 'note'] : []);
          const expected = my === base ? their : my;
          expect(merged.form).toEqual(one(expected));
        }
  });
});
