import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { addressOf, queryAfter, type EvaluationAddress } from './evaluation-address.js';
import type { EvaluationYear } from '../../shared/api/schema.gen.js';
import { fetchEvaluation, fetchYears } from './self-evaluation.api.js';

/** Everything of this slice that is kept. */
export const KEY = 'evaluations';
/** So often it is asked whether the drafts are made, whoever opened the year: of other people's jobs no event tells. */
const ASK_EVERY_MS = 2_000;

/** The page's address and how it changes. */
export function useAddress() {
  const route = useRoute();
  const router = useRouter();
  const address = computed(() => addressOf(route.query));
  const change = (part: Partial<EvaluationAddress>) => router.push({ query: queryAfter(route.query, part) });
  const queryOf = (part: Partial<EvaluationAddress>) => queryAfter(route.query, part);
  return { address, change, queryOf };
}

export const useYears = () =>
  useQuery({
    queryKey: [KEY, 'years'],
    queryFn: fetchYears,
    refetchInterval: ({ state }) => (state.data?.items.some(({ running }) => running !== null) ? ASK_EVERY_MS : false),
  });

/**
 * Reads the lists of a year again when its drafts have been made or scored: they may have been read while the job was still
 * writing, just before the years told that it is over.
 */
export function useFreshLists(year: Ref<EvaluationYear | null>): void {
  const queries = useQueryClient();
  watch(year, (now, before) => {
    if (now?.year !== before?.year) return;
    if (now?.running?.jobId === before?.running?.jobId && now?.projects === before?.projects) return;
    void queries.invalidateQueries({ queryKey: [KEY], predicate: ({ queryKey }) => queryKey[1] !== 'years' });
  });
}

/** The detail has sentences in the reader's language. */
export const evaluationKey = (id: Ref<string>, locale: Ref<string>) => [KEY, 'one', id, locale] as const;

export function useEvaluation(id: Ref<string>) {
  const { locale } = useI18n();
  return useQuery({ queryKey: evaluationKey(id, locale), queryFn: () => fetchEvaluation(id.value) });
}

/** Something that is read of this slice, kept in sight until the next answer is there. */
export const useRead = <Asked, T>(
  name: string,
  asked: Ref<Asked>,
  fetch: (asked: Asked) => Promise<T>,
  enabled: Ref<boolean> = computed(() => true),
) =>
  useQuery({
    queryKey: [KEY, name, asked],
    queryFn: () => fetch(asked.value),
    placeholderData: keepPreviousData,
    enabled,
  });

/** Does something and reads again whatever shows it. */
export function useChange<Input, T>(change: (input: Input) => Promise<T>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}
