import { computed, shallowRef, watch, type Ref } from 'vue';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import type { EvaluationListed } from '../../shared/api/schema.gen.js';
import { searchOf, type EvaluationAddress } from './evaluation-address.js';
import { outcomeOf, takersOf, type Outcome } from './evaluation-steps.js';
import { fetchEvaluations, takeSteps, type Step } from './self-evaluation.api.js';
import { KEY, useChange } from './use-evaluations.js';

export const PAGE_SIZE = 50;

/** The self-evaluations that the address asks for, which of them are chosen, and the steps taken with those. */
export function useEvaluationList(address: Ref<EvaluationAddress>, year: Ref<number>) {
  const search = computed(() => searchOf(address.value, year.value));
  const page = computed(() => address.value.page);
  const list = useQuery({
    queryKey: [KEY, 'list', search, page],
    queryFn: () => fetchEvaluations(search.value, page.value, PAGE_SIZE),
    placeholderData: keepPreviousData,
  });
  const items = computed<readonly EvaluationListed[]>(() => list.data.value?.items ?? []);

  const chosenIds = shallowRef<ReadonlySet<string>>(new Set());
  watch([search, page], () => (chosenIds.value = new Set()), { deep: true });
  const chosen = computed(() => items.value.filter(({ id }) => chosenIds.value.has(id)));
  function toggle(id: string): void {
    const next = new Set(chosenIds.value);
    if (!next.delete(id)) next.add(id);
    chosenIds.value = next;
  }
  const choosePage = (all: boolean): void => {
    chosenIds.value = new Set(all ? items.value.map(({ id }) => id) : []);
  };

  const outcome = shallowRef<Outcome | null>(null);
  const take = useChange(async ({ step, message }: { readonly step: Step; readonly message: string | null }) => {
    const rows = takersOf(chosen.value, step);
    const evaluations = rows.map(({ id, version }) => ({ id, version }));
    const result = await takeSteps({ step, evaluations, message });
    outcome.value = outcomeOf(step, rows, result);
    chosenIds.value = new Set(result.refused.map(({ id }) => id));
  });
  return { list, items, search, chosen, chosenIds, toggle, choosePage, outcome, take };
}
