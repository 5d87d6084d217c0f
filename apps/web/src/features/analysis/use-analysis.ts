import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { addressOf, queryAfter, type AnalysisAddress } from './analysis-address.js';
import type { AnalysisScope } from './analysis.api.js';

/** While a newer analysis is being computed it is asked for again. */
const AGAIN_MS = 3000;

interface Analysed {
  readonly asOf: { readonly underWay: boolean };
}

/** The page's address and how it changes. */
export function useAddress() {
  const route = useRoute();
  const router = useRouter();
  const address = computed(() => addressOf(route.query));
  const change = (part: Partial<AnalysisAddress>) => router.push({ query: queryAfter(route.query, part) });
  return { address, change };
}

/** The answer to a question about what is looked at; live with the lights that it is made of. */
export const useAnswer = <T extends Analysed>(
  name: string,
  scope: Ref<AnalysisScope>,
  fetch: (scope: AnalysisScope) => Promise<T>,
) =>
  useQuery({
    queryKey: ['lights', 'analysis', name, scope],
    queryFn: () => fetch(scope.value),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.asOf.underWay ? AGAIN_MS : false),
  });
