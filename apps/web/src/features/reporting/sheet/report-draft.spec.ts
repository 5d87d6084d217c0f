import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiError, networkError } from '../../../shared/api/problem.js';
import { asideOf, CASES, line, office, refusal, report, type } from '../testing/office.js';

/** Long enough for a pause in typing and the save after it. */
const settled = (): Promise<void> => jest.advanceTimersByTimeAsync(1_000);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('input that is not saved', () => {
  it('is kept until it is saved, and no longer', async () => {
    const { open, kept } = office();
    const draft = open();
    type(draft, 'fiscal', '5');
    expect(kept()[0]?.form.fiscal).toBe('5.00');
    await settled();
    expect(draft.saveState.value).toBe('saved');
    expect(kept()).toEqual([]);
  });

  it('is kept where it was typed while a save was under way', async () => {
    const { open, kept, save } = office();
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    const draft = open([CASES], { save: (_, input) => slow.then(() => save(input)) });
    type(draft, 'fiscal', '5');
    await settled();
    type(draft, 'other', '7');
    finish();
    await jest.advanceTimersByTimeAsync(1);
    expect(draft.stored.value.version).toBe(2);
    expect(kept()[0]).toMatchObject({ version: 2, form: { fiscal: '5.00', other: '7.00' } });
    await settled();
    expect(kept()).toEqual([]);
  });

  it.each([
    ['the connection', networkError()],
    ['the server', new ApiError(500, { code: 'internal', message: '' })],
    ['the session', new ApiError(401, { code: 'not-signed-in', message: '' })],
    ['the content', refusal('report-invalid')],
  ])('is kept where a save fails for %s, and found by the next page', async (_, error) => {
    const { server, open } = office();
    const draft = open();
    server.refuse = error;
    type(draft, 'fiscal', '5');
    await settled();
    expect(draft.saveState.value).not.toBe('saved');
    draft.end();
    server.refuse = null;
    const next = open();
    expect(next.restored.value).toBe(true);
    await settled();
    expect(server.report.fiscalFen).toBe(5_000_000);
  });

  it('is not said to be restored where it has been saved after all', async () => {
    const { server, open, kept } = office();
    const draft = open([CASES], { save: () => Promise.reject(networkError()) });
    type(draft, 'fiscal', '5');
    draft.end();
    server.report = report({ version: 2, expenditureFen: 5_000_000, fiscalFen: 5_000_000, otherFen: 0 });
    const next = open();
    expect([next.restored.value, next.met.value]).toEqual([false, null]);
    await settled();
    expect(server.saves).toEqual([]);
    expect(kept()).toEqual([]);
  });

  it('says nothing to the server once it has ended', async () => {
    const { server, open } = office();
    const draft = open();
    type(draft, 'fiscal', '5');
    draft.end();
    await settled();
    expect(server.saves).toEqual([]);
  });
});

describe('two windows of one person', () => {
  it("do not drop each other's input", async () => {
    const { open, kept } = office();
    const one = open();
    const other = open([CASES], { save: () => Promise.reject(networkError()) });
    type(other, 'fiscal', '55');
    await settled();
    type(one, 'fiscal', '说明', 'reasonNote');
    await settled();
    expect([one.saveState.value, other.saveState.value]).toEqual(['saved', 'retrying']);
    expect(kept().map(({ form }) => form.fiscal)).toEqual(['55.00']);
  });

  it('agree where both save the same figure', async () => {
    const { server, open } = office();
    const [one, other] = [open(), open()];
    type(one, 'fiscal', '55');
    type(other, 'fiscal', '55.0');
    await settled();
    await settled();
    expect(other.inConflict.value).toBe(false);
    expect(server.report.fiscalFen).toBe(55_000_000);
  });

  it('are taken up together: the newest counts, and what it stands against is set aside', async () => {
    const { server, open } = office();
    server.refuse = networkError();
    const [one, other] = [open(), open()];
    type(one, 'fiscal', '1');
    type(one, 'fiscal', '甲的说明', 'reasonNote');
    await jest.advanceTimersByTimeAsync(10);
    type(other, 'fiscal', '2');
    type(other, 'expected', '8');
    one.end();
    other.end();
    server.refuse = null;
    const next = open();
    expect(next.form).toMatchObject({ fiscal: '2.00', reasonNote: '甲的说明', expected: '8.00' });
    expect(asideOf(next)).toEqual(['1.00']);
    await settled();
    expect(server.report).toMatchObject({ fiscalFen: 2_000_000, reasonNote: '甲的说明' });
  });
});

describe('a text that cannot be read', () => {
  it("survives another person's save and the next page, and is not sent again for that", async () => {
    const { server, theirs, open } = office();
    const draft = open();
    type(draft, 'fiscal', '12万3');
    type(draft, 'fiscal', '没有这种原因', 'reasons');
    await settled();
    expect(draft.saveState.value).toBe('saved');
    const saves = server.saves.length;
    draft.offer(theirs({ reasonNote: '乙的' }));
    await settled();
    expect(draft.form).toMatchObject({ fiscal: '12万3', reasonNote: '乙的' });
    expect(draft.met.value).toMatchObject({ by: '乙', taken: 1, conflicts: [] });
    expect(server.saves).toHaveLength(saves);
    draft.end();
    const next = open();
    expect(next.textOf(line('fiscal'), 'value', 'zh')).toBe('12万3');
    expect(next.textOf(line('fiscal'), 'reasons', 'zh')).toBe('没有这种原因');
  });

  it('is to be chosen where the other person has filled in the same cell', async () => {
    const { theirs, open } = office();
    const draft = open();
    type(draft, 'fiscal', '12万3');
    await settled();
    draft.offer(theirs({ expenditureFen: 9_000_000, fiscalFen: 9_000_000, otherFen: 0 }));
    expect(draft.inConflict.value).toBe(true);
    expect(draft.form.fiscal).toBe('12万3');
  });
});
