import type { ExplainLocale, IndicatorKind, Reason } from '@jixiao/domain';
import { computed, ref, shallowRef } from 'vue';
import {
  createAutosave,
  answerInWords,
  readAnswerText,
  type AnswerTarget,
  type SaveState,
} from '../reporting/index.js';
import { retryDelay } from '../../shared/api/events.js';
import { isCode, isTransient } from '../../shared/api/problem.js';
import type { GoalResultInput, GoalSentence } from '../../shared/api/schema.gen.js';

const PAUSE_MS = 800;

export interface DraftContext {
  /** Last day of the round: nothing was done after it (R21). */
  readonly lastDay: string;
  readonly locale: () => ExplainLocale;
  /** @returns the sentence as it is stored now */
  readonly save: (key: string, input: GoalResultInput) => Promise<GoalSentence>;
  /** Reads the unit's goals again: somebody else has saved. */
  readonly reread: () => Promise<unknown>;
}

const targetOf = ({ key, kind, unit }: GoalSentence): AnswerTarget => ({ id: key, kind: kind as IndicatorKind, unit });

/**
 * What a person types for one sentence of a goal: saved by itself, over the version that it was typed over. Where somebody else
 * has saved meanwhile, nothing is overwritten: both are shown and the person chooses.
 */
export function createResultDraft(context: DraftContext, sentence: GoalSentence) {
  const stored = shallowRef(sentence);
  const answer = ref('');
  const reasons = ref<Reason[]>([]);
  const reasonNote = ref('');
  const refusal = shallowRef<unknown>(null);
  const isContested = ref(false);

  const target = computed(() => targetOf(stored.value));
  const read = computed(() => readAnswerText(answer.value, target.value, context.lastDay));
  const fault = computed(() => (read.value.ok ? null : read.value.fault));

  /** Takes the stored state over; what was typed is gone. */
  function adopt(latest: GoalSentence): void {
    stored.value = latest;
    answer.value = answerInWords(latest, targetOf(latest), context.locale());
    reasons.value = [...latest.reasons];
    reasonNote.value = latest.reasonNote ?? '';
    refusal.value = null;
    isContested.value = false;
  }
  adopt(sentence);

  const autosave = createAutosave({
    save: async () => {
      if (!read.value.ok || isContested.value) return;
      const { version, text, key } = stored.value;
      const sent = read.value.value;
      // The words that were stored with an outcome belong to that outcome alone.
      const words = sent.outcome !== null && sent.outcome === stored.value.outcome ? text : null;
      const note = reasonNote.value.trim() || null;
      const input = { version, ...sent, text: words, reasons: [...reasons.value], reasonNote: note };
      stored.value = await context.save(key, input);
      refusal.value = null;
    },
    isTransient,
    onRefused: (error) => {
      refusal.value = error;
      if (!isCode(error, 'goal-result-changed', 'goal-sentence-gone', 'round-locked', 'goal-reporting-ended')) return;
      isContested.value = isCode(error, 'goal-result-changed');
      void context.reread();
    },
    pauseMs: PAUSE_MS,
    retryMs: retryDelay,
  });

  const touch = (): void => {
    if (!isContested.value) autosave.touch();
  };
  const isUnsaved = computed(() => autosave.state.value !== 'saved' || isContested.value || fault.value !== null);

  return {
    stored,
    answer,
    reasons,
    reasonNote,
    fault,
    refusal,
    isContested,
    isUnsaved,
    target,
    state: computed<SaveState>(() => autosave.state.value),
    flush: () => autosave.flush(),
    type: (text: string): void => {
      answer.value = text;
      touch();
    },
    choose: (chosen: Reason[]): void => {
      reasons.value = chosen;
      touch();
    },
    explain: (text: string): void => {
      reasonNote.value = text;
      touch();
    },
    /** The stored state as it was read again; input of one's own is left alone. */
    meet: (latest: GoalSentence): void => {
      if (isContested.value) {
        stored.value = latest;
        return;
      }
      if (!isUnsaved.value) adopt(latest);
    },
    takeTheirs: (): void => {
      autosave.reset();
      adopt(stored.value);
    },
    keepMine: (): void => {
      isContested.value = false;
      autosave.reset();
      autosave.touch();
    },
  };
}

export type ResultDraft = ReturnType<typeof createResultDraft>;
