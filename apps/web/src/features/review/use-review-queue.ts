import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, watch, type Ref } from 'vue';
import type { Round, StepsResult } from '../../shared/api/schema.gen.js';
import { fetchQueue, takeSteps, WHOLE_QUEUE, type QueueFilter, type ReviewItem } from './review.api.js';
import { takersOf, type ReviewStep } from './waiting.js';

export const PAGE_SIZE = 50;

/** What became of a step: how many went on, and the names and reasons of those that did not. */
export interface Outcome {
  readonly step: ReviewStep;
  readonly done: number;
  readonly refused: readonly { readonly name: string; readonly message: string }[];
}

/** The queue of a round with what is chosen in it, and the steps taken from it. */
export function useReviewQueue(round: Ref<Round | null>) {
  const queries = useQueryClient();
  const filter = ref<QueueFilter>(WHOLE_QUEUE);
  const page = ref(1);
  const chosen = ref<ReadonlySet<string>>(new Set());
  const outcome = ref<Outcome | null>(null);
  watch([round, filter], () => (page.value = 1));
  watch([() => round.value?.id, page, filter], () => (chosen.value = new Set()));

  const queue = useQuery({
    queryKey: ['lights', 'review', round, filter, page],
    queryFn: () => fetchQueue(round.value ?? { year: 0, month: 0 }, filter.value, page.value, PAGE_SIZE),
    enabled: computed(() => round.value !== null),
    placeholderData: keepPreviousData,
  });
  const items = computed<readonly ReviewItem[]>(() => queue.data.value?.items ?? []);
  const chosenItems = computed(() => items.value.filter(({ projectId }) => chosen.value.has(projectId)));

  function toggle(projectId: string): void {
    const next = new Set(chosen.value);
    if (!next.delete(projectId)) next.add(projectId);
    chosen.value = next;
  }
  const chooseAll = (all: boolean): void => {
    chosen.value = new Set(all ? items.value.map(({ projectId }) => projectId) : []);
  };

  const mutation = useMutation({
    mutationFn: async ({ step, of, message }: { step: ReviewStep; of: readonly ReviewItem[]; message?: string }) => {
      const projects = takersOf(of, step).map(({ projectId, version }) => ({ projectId, version }));
      const result = await takeSteps(round.value ?? { year: 0, month: 0 }, {
        step,
        projects,
        message: message ?? null,
      });
      return { step, of, result };
    },
    onSuccess: async ({ step, of, result }) => {
      outcome.value = outcomeOf(step, of, result);
      const done = new Set(result.done.map(({ projectId }) => projectId));
      chosen.value = new Set([...chosen.value].filter((id) => !done.has(id)));
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['lights'] }),
        queries.invalidateQueries({ queryKey: ['report'] }),
      ]);
    },
  });

  return { filter, page, queue, items, chosen, chosenItems, toggle, chooseAll, outcome, take: mutation };
}

function outcomeOf(step: ReviewStep, of: readonly ReviewItem[], { done, refused }: StepsResult): Outcome {
  const nameOf = new Map(of.map(({ projectId, name }) => [projectId, name]));
  return {
    step,
    done: done.length,
    refused: refused.map(({ projectId, message }) => ({ name: nameOf.get(projectId) ?? projectId, message })),
  };
}
