import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { networkError } from '../../../shared/api/problem.js';
import type { Report } from '../../../shared/api/schema.gen.js';
import { asideOf, CASES, indicatorLine, line, office, refusal, type } from '../testing/office.js';

/** Long enough for a pause in typing and the save after it. */
const settled = (): Promise<void> => jest.advanceTimersByTimeAsync(1_000);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('a report that somebody else has changed', () => {
  async function inConflict() {
    const stage = office();
    const draft = stage.open();
    stage.theirs({ expenditureFen: 9_000_000, fiscalFen: 9_000_000, otherFen: 0, reasonNote: '乙的' });
    type(draft, 'fiscal', '5');
    await settled();
    expect(draft.inConflict.value).toBe(true);
    return { ...stage, draft };
  }

  it('is asked about again after the page was left in the middle of choosing', async () => {
    const { server, draft, open } = await inConflict();
    draft.end();
    const next = open();
    await settled();
    expect(next.met.value?.conflicts).toEqual([{ indicatorId: null, name: 'fiscal' }]);
    expect(next.form).toMatchObject({ fiscal: '5.00', reasonNote: '乙的' });
    expect(server.report.fiscalFen).toBe(9_000_000);
    next.choose({ indicatorId: null, name: 'fiscal' }, 'theirs');
    expect(next.form.fiscal).toBe('9.00');
  });

  it('takes what one has chosen, and keeps nothing of it any more', async () => {
    const { server, draft, kept } = await inConflict();
    const [field] = draft.met.value?.conflicts ?? [];
    if (field) draft.choose(field, 'mine');
    await settled();
    expect(server.report).toMatchObject({ fiscalFen: 5_000_000, reasonNote: '乙的' });
    expect(kept()).toEqual([]);
  });

  it('is met once, whatever is typed meanwhile', async () => {
    const { server, theirs, open } = office();
    let answer = (): void => undefined;
    const fetch = jest.fn(() => new Promise<Report>((resolve) => (answer = () => resolve(server.report))));
    const draft = open([CASES], { fetch });
    theirs({ reasonNote: '乙的' });
    type(draft, 'fiscal', '5');
    await settled();
    type(draft, 'other', '7');
    await settled();
    expect(fetch).toHaveBeenCalledTimes(1);
    answer();
    await settled();
    expect(server.report).toMatchObject({ fiscalFen: 5_000_000, otherFen: 7_000_000, reasonNote: '乙的' });
  });

  it('sets aside what can no longer be written, and puts it back once it can', async () => {
    const { server, theirs, open } = office();
    const draft = open();
    theirs({ status: 'submitted' });
    type(draft, 'fiscal', '5');
    type(draft, 'fiscal', '没有这种原因', 'reasons');
    await settled();
    expect(draft.editable.value).toBe(false);
    expect(draft.form.fiscal).toBe('');
    expect(asideOf(draft)).toEqual(['5.00', '没有这种原因']);
    draft.end();
    const next = open();
    expect(asideOf(next)).toEqual(['5.00', '没有这种原因']);
    expect(next.textOf(line('fiscal'), 'reasons', 'zh')).toBe('');
    next.offer(theirs({ status: 'returned' }));
    expect([next.form.fiscal, asideOf(next)]).toEqual(['5.00', []]);
    expect(next.textOf(line('fiscal'), 'reasons', 'zh')).toBe('没有这种原因');
    await settled();
    expect(server.report.fiscalFen).toBe(5_000_000);
  });

  it('keeps nothing of what one does not want any more', async () => {
    const { theirs, open, kept } = office();
    const draft = open();
    theirs({ status: 'submitted' });
    type(draft, 'fiscal', '5');
    await settled();
    draft.discardAside();
    expect([asideOf(draft), kept()]).toEqual([[], []]);
  });

  it('can be taken back although something was typed too late to be handed in with it', async () => {
    const { theirs, open } = office();
    const draft = open();
    const submitted = draft.step(() => {
      type(draft, 'fiscal', '5');
      return Promise.resolve(theirs({ status: 'submitted' }));
    });
    expect(await submitted).toBe(true);
    expect(asideOf(draft)).toEqual(['5.00']);
    expect(await draft.step(() => Promise.resolve(theirs({ status: 'draft' })))).toBe(true);
    expect([draft.form.fiscal, draft.met.value]).toEqual(['5.00', null]);
  });

  it('can be taken back although something was typed and undone while it was handed in', async () => {
    const { server, theirs, open } = office();
    const draft = open();
    await draft.step(() => {
      type(draft, 'fiscal', '5');
      type(draft, 'fiscal', '');
      return Promise.resolve(theirs({ status: 'submitted' }));
    });
    server.refuse = refusal('report-submitted');
    await settled();
    expect([draft.refusal.value, asideOf(draft)]).toEqual([null, []]);
    expect(await draft.step(() => Promise.resolve(theirs({ status: 'draft' })))).toBe(true);
  });

  it('of a sealed round takes up only what belongs to the one indicator that was reopened', () => {
    const { server, theirs, open } = office();
    server.refuse = networkError();
    const draft = open();
    type(draft, 'fiscal', '5');
    type(draft, 'other', '没有这种原因', 'reasons');
    draft.put(indicatorLine(draft), 'value', '7');
    draft.end();
    const reopening = { id: 'r', indicatorId: 'cases', reason: '', expiresOn: '2999-12-31', openedBy: '' };
    theirs({ roundStatus: 'locked', reopening });
    const next = open();
    expect(next.form).toMatchObject({ fiscal: '', indicators: { cases: { value: '7' } } });
    expect(asideOf(next)).toEqual(['5.00', '没有这种原因']);
    expect(next.faultCount.value).toBe(0);
  });
});
