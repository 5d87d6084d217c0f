import { describe, expect, it } from '@jest/globals';
import { draftKeeper, sweepDrafts, type KeptDraft } from './draft-keeper.js';
import type { ReportForm } from './report-form.js';
import { memoryStorage } from './testing/memory-storage.js';

const KEY = { year: 2023, month: 6, id: 'p' };
const DAY_MS = 24 * 60 * 60 * 1000;

const form = (fiscal: string): ReportForm => ({
  fiscal,
  other: '',
  expected: '',
  reasons: [],
  reasonNote: '',
  differenceNote: '',
  indicators: {},
});
const draft = (fiscal: string): KeptDraft => ({
  form: form(fiscal),
  base: form(''),
  version: 3,
  unread: { cell: { text: '?', fault: 'date-unreadable' } },
  aside: [],
  indicators: [],
});

describe('input that could not be saved', () => {
  it('outlives the page, per person and report', () => {
    const store = memoryStorage();
    expect(draftKeeper(store, 'li', KEY).keep(draft('1'))).toBe(true);
    expect(draftKeeper(store, 'li', KEY).kept()).toEqual([draft('1')]);
    expect(draftKeeper(store, 'wang', KEY).kept()).toEqual([]);
    expect(draftKeeper(store, 'li', { ...KEY, month: 9 }).kept()).toEqual([]);
  });

  it('is kept for each window apart: none writes over the other, or drops what it has not taken up', () => {
    const store = memoryStorage();
    const [one, other] = [draftKeeper(store, 'li', KEY), draftKeeper(store, 'li', KEY)];
    one.keep(draft('1'));
    other.keep(draft('2'));
    one.keep(draft('11'));
    one.drop();
    expect(draftKeeper(store, 'li', KEY).kept()).toEqual([draft('2')]);
  });

  it('moves to the window that takes it up, but not what was typed elsewhere since', () => {
    const store = memoryStorage();
    const [gone, open] = [draftKeeper(store, 'li', KEY), draftKeeper(store, 'li', KEY)];
    gone.keep(draft('1'));
    open.keep(draft('2'));
    const next = draftKeeper(store, 'li', KEY);
    expect(next.kept()).toHaveLength(2);
    open.keep(draft('22'));
    next.keep(draft('3'));
    expect(
      new Set(
        draftKeeper(store, 'li', KEY)
          .kept()
          .map((one) => one.form.fiscal),
      ),
    ).toEqual(new Set(['22', '3']));
  });

  it('does without a browser that has no room, and leaves there what was found', () => {
    const store = memoryStorage();
    draftKeeper(store, 'li', KEY).keep(draft('1'));
    const full = {
      ...store,
      length: 1,
      setItem: () => {
        throw new Error('quota');
      },
    };
    const keeper = draftKeeper(full, 'li', KEY);
    expect(keeper.kept()).toHaveLength(1);
    expect(keeper.keep(draft('2'))).toBe(false);
    expect(draftKeeper(store, 'li', KEY).kept()).toEqual([draft('1')]);
  });

  it('is found as earlier releases kept it, and what is broken is ignored', () => {
    const { aside: _, indicators: __, ...early } = draft('1');
    const store = memoryStorage(
      new Map([
        ['jixiao.draft.li.2023-6.p', JSON.stringify(early)],
        ['jixiao.draft.li.2023-6.p.x', '{broken'],
      ]),
    );
    expect(draftKeeper(store, 'li', KEY).kept()).toEqual([draft('1')]);
  });

  it('is thrown away once nobody has come back for it in a hundred days', () => {
    const items = new Map([['jixiao.locale', 'zh']]);
    const store = memoryStorage(items);
    draftKeeper(store, 'li', KEY).keep(draft('1'));
    sweepDrafts(store, Date.now() + 99 * DAY_MS);
    expect(draftKeeper(store, 'li', KEY).kept()).toHaveLength(1);
    sweepDrafts(store, Date.now() + 101 * DAY_MS);
    expect([...items.keys()]).toEqual(['jixiao.locale']);
  });
});
