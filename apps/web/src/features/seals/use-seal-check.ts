import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import { fetchSealCheck, requestSealCheck, type RoundKey } from './seals.api.js';

/** So often it is asked how far a check is, whoever began it: of other people's jobs no event tells. */
const ASK_EVERY_MS = 1_000;

/** The check of a round against its seals: what it found last, how far it is, and the way to begin one. */
export function useSealCheck(round: () => RoundKey) {
  const queries = useQueryClient();
  const queryKey = ['seals', 'check', computed(() => round().year), computed(() => round().month)] as const;
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => fetchSealCheck(round()),
    refetchInterval: ({ state }) => (state.data?.running ? ASK_EVERY_MS : false),
  });
  const request = useMutation({
    mutationFn: requestSealCheck,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['seals', 'check'] }),
  });
  const running = computed(() => data.value?.running ?? null);
  return {
    state: data,
    readError: error,
    readAgain: refetch,
    requestError: request.error,
    running,
    isUnderWay: computed(() => request.isPending.value || running.value !== null),
    begin: (): void => request.mutate(round()),
  };
}

export type SealCheckInView = ReturnType<typeof useSealCheck>;
