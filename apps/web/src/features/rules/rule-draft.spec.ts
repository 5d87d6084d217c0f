import { RATIO_RULE_PACK } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { ruleDraftKeeper, type RuleDraft } from './rule-draft.js';
import { formOf } from './rule-form.js';

function storeOf(texts: Record<string, string> = {}) {
  const kept = new Map(Object.entries(texts));
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
}

const draft: RuleDraft = { from: 'ratio@1', isCopy: false, form: { ...formOf(RATIO_RULE_PACK), yellowBelow: '8' } };

describe('a draft of rules', () => {
  it('is kept for its person until it is dropped', () => {
    const store = storeOf();
    ruleDraftKeeper(store, 'lin').keep(draft);
    expect(ruleDraftKeeper(store, 'lin').kept()).toEqual(draft);
    expect(ruleDraftKeeper(store, 'zhao').kept()).toBeNull();
    ruleDraftKeeper(store, 'lin').drop();
    expect(ruleDraftKeeper(store, 'lin').kept()).toBeNull();
  });

  it('is none where something else stands in its place', () => {
    for (const text of ['{', '3', '{"from":"ratio@1","form":{}}']) {
      expect(ruleDraftKeeper(storeOf({ 'jixiao.rule-draft.lin': text }), 'lin').kept()).toBeNull();
    }
  });
});
