import { draftWeights, type FrameName } from '@jixiao/domain';
import { useQueryClient } from '@tanstack/vue-query';
import { computed, onScopeDispose, ref, shallowRef, toRaw, watch, type Ref } from 'vue';
import { useSessionStore } from '../identity/index.js';
import { createAutosave } from '../reporting/index.js';
import { retryDelay } from '../../shared/api/events.js';
import { isCode, isTransient } from '../../shared/api/problem.js';
import type { EvaluationDetail } from '../../shared/api/schema.gen.js';
import { browserDraft } from '../../shared/browser-draft.js';
import { formOf, readForm, reweigh, sameForm, type EvaluationForm } from './evaluation-form.js';
import { liveScores } from './live-scores.js';
import { mergeForms, type Merged } from './merge-form.js';
import { saveEvaluation } from './self-evaluation.api.js';
import { KEY } from './use-evaluations.js';

const PAUSE_MS = 900;

/** What is typed and not saved, with what it was typed over. */
interface KeptForm {
  readonly form: EvaluationForm;
  readonly base: EvaluationForm;
  readonly version: number;
}
const isKept = (value: unknown): value is KeptForm =>
  typeof value === 'object' && value !== null && 'form' in value && 'base' in value && 'version' in value;

/** Somebody else's save that met input of mine. */
export interface Contest extends Merged {
  readonly latest: EvaluationDetail;
}

const copyOf = (form: EvaluationForm): EvaluationForm => structuredClone(toRaw(form));

/**
 * What a unit types into a self-evaluation: scored as it is typed, saved by itself over the version that it was typed over, and
 * kept in the browser until then. Where somebody else has saved meanwhile nothing is overwritten before the person has chosen.
 */
export function useEvaluationDraft(latest: Ref<EvaluationDetail>, locale: Ref<'zh' | 'en'>) {
  const session = useSessionStore();
  const queries = useQueryClient();
  const { id } = latest.value;
  const keeper = browserDraft(localStorage, `jixiao.evaluation.${session.me?.username ?? ''}.${id}`, isKept);

  const stored = shallowRef(latest.value);
  const form = ref(formOf(stored.value, locale.value));
  let base = copyOf(form.value);
  const contest = shallowRef<Contest | null>(null);
  const refusal = shallowRef<unknown>(null);
  const savedAt = ref<Date | null>(null);
  const isRestored = ref(false);

  const mayEdit = computed(() => stored.value.may.includes('edit'));
  const read = computed(() => readForm(form.value, stored.value));
  const scores = computed(() =>
    mayEdit.value ? liveScores(stored.value, read.value.input, {}, locale.value) : stored.value.scores.unit,
  );

  const reread = (): void => void queries.invalidateQueries({ queryKey: [KEY] });
  const autosave = createAutosave({
    save: async () => {
      if (contest.value !== null || !mayEdit.value) return;
      const sent = copyOf(form.value);
      const saved = await saveEvaluation(id, read.value.input);
      stored.value = saved;
      base = sent;
      refusal.value = null;
      savedAt.value = new Date();
      if (sameForm(toRaw(form.value), base) && read.value.faults.size === 0) keeper.drop();
      else keep();
      queries.setQueryData([KEY, 'one', id, locale.value], saved);
    },
    isTransient,
    onRefused: (error) => {
      refusal.value = error;
      if (isCode(error, 'evaluation-changed', 'evaluation-handed-in', 'not-found')) reread();
    },
    pauseMs: PAUSE_MS,
    retryMs: retryDelay,
  });

  const isUnsaved = computed(
    () => contest.value !== null || autosave.state.value !== 'saved' || (mayEdit.value && read.value.faults.size > 0),
  );
  const keep = (): void => keeper.keep({ form: copyOf(form.value), base, version: stored.value.version });

  function adopt(detail: EvaluationDetail): void {
    autosave.reset();
    stored.value = detail;
    base = formOf(detail, locale.value);
    form.value = copyOf(base);
    contest.value = null;
    refusal.value = null;
    keeper.drop();
  }

  function meet(detail: EvaluationDetail): void {
    if (detail.version <= stored.value.version) {
      if (contest.value === null) stored.value = detail;
      return;
    }
    const isMine = !sameForm(toRaw(form.value), base);
    if (!isMine && contest.value === null) return adopt(detail);
    if (!detail.may.includes('edit')) {
      stored.value = detail;
      return;
    }
    contest.value = { latest: detail, ...mergeForms(base, copyOf(form.value), formOf(detail, locale.value)) };
  }
  watch(latest, meet);

  function restore(): void {
    const kept = keeper.kept();
    if (kept === null || !mayEdit.value || sameForm(kept.form, base)) return;
    const merged = mergeForms(kept.base, kept.form, base);
    if (kept.version !== stored.value.version && merged.conflicts > 0) {
      form.value = copyOf(kept.form);
      contest.value = { latest: stored.value, ...merged };
      return;
    }
    form.value = merged.form;
    isRestored.value = true;
    autosave.touch();
  }
  restore();

  watch(
    form,
    () => {
      if (!mayEdit.value || sameForm(toRaw(form.value), base)) return;
      keep();
      if (contest.value === null) autosave.touch();
    },
    { deep: true },
  );

  function resolve(whose: 'mine' | 'theirs'): void {
    const met = contest.value;
    if (met === null) return;
    adopt(met.latest);
    if (whose === 'mine') form.value = met.form;
  }

  /** What the weights were before a frame was chosen, to go back to. */
  const beforeFrame = shallowRef<EvaluationForm | null>(null);
  function chooseFrame(frame: FrameName | ''): void {
    beforeFrame.value = copyOf(form.value);
    const next = copyOf(form.value);
    next.frame = frame;
    if (frame !== '') spread(next, frame);
    form.value = next;
  }
  /** Full points of what is met go on being full. */
  function spread(next: EvaluationForm, frame: FrameName): void {
    const leaves = stored.value.leaves.map((leaf) => ({ id: leaf.id, target: leaf, printedWeight: null }));
    const { weights } = draftWeights(leaves, frame, stored.value.rules);
    for (const [leafId, weight] of Object.entries(weights)) {
      const leaf = next.leaves[leafId];
      if (leaf === undefined) continue;
      const answer = read.value.input.leaves.find((one) => one.id === leafId);
      reweigh(leaf, String(weight), answer?.outcome === 'met');
    }
  }
  function undoFrame(): void {
    if (beforeFrame.value !== null) form.value = beforeFrame.value;
    beforeFrame.value = null;
  }

  const warn = (event: BeforeUnloadEvent): void => {
    if (isUnsaved.value) event.preventDefault();
  };
  globalThis.addEventListener('beforeunload', warn);
  onScopeDispose(() => {
    globalThis.removeEventListener('beforeunload', warn);
    void autosave.flush();
  });

  return {
    stored,
    form,
    read,
    scores,
    mayEdit,
    contest,
    refusal,
    savedAt,
    isRestored,
    isUnsaved,
    saveState: autosave.state,
    flush: () => autosave.flush(),
    resolve,
    chooseFrame,
    undoFrame,
    mayUndoFrame: computed(() => beforeFrame.value !== null),
    /** Throws away what could not be saved. */
    discard: () => adopt(stored.value),
  };
}
export type EvaluationDraft = ReturnType<typeof useEvaluationDraft>;
