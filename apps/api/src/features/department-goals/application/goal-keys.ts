import { createHash } from 'node:crypto';
import { comparableSentence } from '@jixiao/domain';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { DepartmentGoal } from '../../targets/index.js';

export interface KeyedSentence {
  readonly key: string;
  readonly ordinal: number;
  readonly text: string;
}

/** A department goal with the keys by which it and its sentences are known again in another document. */
export interface KeyedGoal extends Pick<DepartmentGoal, 'organisationId' | 'ordinal' | 'title' | 'goal'> {
  readonly key: string;
  readonly sentences: readonly KeyedSentence[];
}

/**
 * Keys of one organisation's goals: made of the title and of the sentence's text, never of their places, so that a document
 * in another order, or with one more goal, takes no result to a place that is not its own. A sentence whose value has changed
 * is another one: a result belongs to what was promised. What is printed twice is told apart by its turn.
 */
export function keyedGoals(
  goals: readonly Pick<DepartmentGoal, 'organisationId' | 'ordinal' | 'title' | 'goal' | 'indicators'>[],
): readonly KeyedGoal[] {
  const turnOfTitle = turns();
  return goals.map(({ organisationId, ordinal, title, goal, indicators }) => {
    const key = keyOf(turnOfTitle(comparableSentence(title)));
    const turnOfText = turns();
    const sentences = indicators.map(({ text }, place) => ({
      key: keyOf(`${key}\n${turnOfText(comparableSentence(text))}`),
      ordinal: place,
      text,
    }));
    return { organisationId, ordinal, title, goal, key, sentences };
  });
}

/** The sentence of one organisation's goals with this key, and its goal. @throws DomainError `goal-sentence-gone` */
export function sentenceAt(
  goals: Parameters<typeof keyedGoals>[0],
  sentenceKey: string,
): { readonly goal: KeyedGoal; readonly sentence: KeyedSentence } {
  for (const goal of keyedGoals(goals)) {
    const sentence = goal.sentences.find(({ key }) => key === sentenceKey);
    if (sentence !== undefined) return { goal, sentence };
  }
  throw new DomainError('goal-sentence-gone');
}

/** @returns the text itself at its first turn, with the number of the turn behind it afterwards */
function turns(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const turn = (seen.get(text) ?? 0) + 1;
    seen.set(text, turn);
    return turn === 1 ? text : `${text}\n${turn}`;
  };
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex');
