import { useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { isActive } from './job-list.js';
import { fetchJob, jobKey } from './jobs.api.js';

/** Events tell of every step; asking now and then only covers a lost one. */
const ASK_EVERY_MS = 5_000;

/** One job as it goes on; null while none is named or known. */
export function useJob(id: Ref<string | null>) {
  const { data } = useQuery({
    queryKey: computed(() => jobKey(id.value ?? '')),
    queryFn: () => fetchJob(id.value ?? ''),
    enabled: computed(() => id.value !== null),
    refetchInterval: ({ state }) => (state.data && isActive(state.data) ? ASK_EVERY_MS : false),
  });
  return computed(() => (id.value === null ? null : (data.value ?? null)));
}
