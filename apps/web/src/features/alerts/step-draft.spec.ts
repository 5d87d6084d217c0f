import { beforeEach, describe, expect, it } from '@jest/globals';
import { NO_DRAFT, stepDrafts } from './step-draft.js';

const entries = new Map<string, string>();
const store = {
  getItem: (name: string) => entries.get(name) ?? null,
  setItem: (name: string, value: string) => void entries.set(name, value),
  removeItem: (name: string) => void entries.delete(name),
};
const draft = { choice: 'continue', text: '招标延后' };

describe('what is typed to an alert', () => {
  beforeEach(() => entries.clear());

  it('is found again, by the same person and for the same alert', () => {
    stepDrafts(store, 'court', 'a1.answer').keep(draft);
    expect(stepDrafts(store, 'court', 'a1.answer').kept()).toEqual(draft);
    expect(stepDrafts(store, 'court', 'a2.answer').kept()).toEqual(NO_DRAFT);
    expect(stepDrafts(store, 'police', 'a1.answer').kept()).toEqual(NO_DRAFT);
  });

  it('is gone once it is sent, or taken back', () => {
    const drafts = stepDrafts(store, 'court', 'a1.answer');
    drafts.keep(draft);
    drafts.drop();
    expect(drafts.kept()).toEqual(NO_DRAFT);
    drafts.keep(draft);
    drafts.keep(NO_DRAFT);
    expect(entries.size).toBe(0);
  });

  it('is nothing where it cannot be read, and needs no room that is not there', () => {
    entries.set('jixiao.alert-draft.court.a1', '{');
    expect(stepDrafts(store, 'court', 'a1').kept()).toEqual(NO_DRAFT);
    const full = {
      ...store,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => stepDrafts(full, 'court', 'a1').keep(draft)).not.toThrow();
  });
});
