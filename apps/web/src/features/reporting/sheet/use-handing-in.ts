import { useQueryClient } from '@tanstack/vue-query';
import { computed, ref, shallowRef, type Ref } from 'vue';
import { useSessionStore } from '../../identity/index.js';
import { ApiError } from '../../../shared/api/problem.js';
import type { Round, StepsResult } from '../../../shared/api/schema.gen.js';
import { chinaToday, mayStep } from '../may-edit.js';
import { submitReport, submitReports, withdrawReport } from '../report.api.js';
import type { ReportDraft } from './report-draft.js';

/** What became of the projects that were handed in together. */
export interface HandedIn {
  readonly done: number;
  readonly refused: number;
  /** What the whole was refused for. */
  readonly error: unknown;
}

const REFUSED = 409;

/** Handing in and taking back, one project or all that are complete. */
export function useHandingIn(
  round: Ref<Round | null>,
  drafts: Readonly<Ref<readonly ReportDraft[] | null>>,
  { commit, refetch }: { readonly commit: () => void; readonly refetch: () => Promise<unknown> },
) {
  const session = useSessionStore();
  const queries = useQueryClient();

  const may = ({ stored }: ReportDraft, step: 'submit' | 'withdraw'): boolean =>
    mayStep(stored.value, step, session.can, chinaToday());
  const maySubmit = (draft: ReportDraft): boolean => may(draft, 'submit');
  const mayWithdraw = (draft: ReportDraft): boolean => may(draft, 'withdraw');
  const isComplete = (draft: ReportDraft): boolean =>
    maySubmit(draft) &&
    !draft.project.personnel &&
    draft.missing.value + draft.faultCount.value === 0 &&
    !draft.inConflict.value;
  /** The same list as long as it names the same, so that nothing is drawn anew with every key. */
  const complete = computed<readonly ReportDraft[]>((before) => {
    const now = (drafts.value ?? []).filter(isComplete);
    return before?.length === now.length && now.every((draft, place) => draft === before[place]) ? before : now;
  });

  async function step(draft: ReportDraft, take: typeof submitReport): Promise<void> {
    commit();
    if (await draft.step(take)) void queries.invalidateQueries({ queryKey: ['lights'] });
  }

  const submitting = ref(false);
  const handedIn = shallowRef<HandedIn | null>(null);

  /** Each project on its own: one that is refused keeps none of the others back, and says why at its lines. */
  async function submitComplete(): Promise<void> {
    const { value: at } = round;
    if (!at || submitting.value) return;
    commit();
    submitting.value = true;
    handedIn.value = null;
    try {
      const chosen = complete.value;
      const saved = await Promise.all(chosen.map((draft) => draft.flush()));
      const ready = chosen.filter((_, place) => saved[place]);
      const unsaved = chosen.length - ready.length;
      const { done, refused } = await submitAll(at, ready);
      for (const one of refused) sayRefused(ready, one);
      handedIn.value = { done: done.length, refused: refused.length + unsaved, error: null };
      await refetch();
      void queries.invalidateQueries({ queryKey: ['lights'] });
    } catch (error) {
      handedIn.value = { done: 0, refused: 0, error };
    } finally {
      submitting.value = false;
    }
  }

  return {
    maySubmit,
    mayWithdraw,
    complete,
    submitting,
    handedIn,
    submit: (draft: ReportDraft): Promise<void> => step(draft, submitReport),
    withdraw: (draft: ReportDraft): Promise<void> => step(draft, withdrawReport),
    submitComplete,
  };
}

function submitAll(round: Round, drafts: readonly ReportDraft[]): Promise<StepsResult> {
  if (drafts.length === 0) return Promise.resolve({ done: [], refused: [] });
  const projects = drafts.map(({ key, stored }) => ({ projectId: key.id, version: stored.value.version }));
  return submitReports(round, projects);
}

function sayRefused(drafts: readonly ReportDraft[], { projectId, ...problem }: StepsResult['refused'][number]): void {
  const draft = drafts.find(({ key }) => key.id === projectId);
  if (draft) draft.refusal.value = new ApiError(REFUSED, problem);
}
