import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, watch } from 'vue';
import { isActive, useJob } from '../jobs/index.js';
import { fetchBackTest, requestBackTest } from './back-test.api.js';

/** How wrong forecasts were in the years that are over, and having it reckoned anew. */
export function useBackTest(organisationId: () => string | undefined) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: computed(() => ['back-test', organisationId() ?? null]),
    queryFn: () => fetchBackTest(organisationId()),
  });
  const jobId = ref<string | null>(null);
  const job = useJob(jobId);
  const request = useMutation({
    mutationFn: requestBackTest,
    onSuccess: (accepted) => {
      jobId.value = accepted.jobId;
    },
  });
  const running = computed(() => (job.value !== null && isActive(job.value) ? job.value : null));
  /** A short test may be over before it was ever seen to run. */
  const isOver = computed(() => job.value !== null && !isActive(job.value));
  watch(isOver, (over) => {
    if (over) void queries.invalidateQueries({ queryKey: ['back-test'] });
  });
  return {
    data,
    error,
    readAgain: refetch,
    running,
    isUnderWay: computed(
      () => request.isPending.value || (jobId.value !== null && job.value === null) || running.value !== null,
    ),
    failed: computed(() => job.value?.status === 'dead'),
    requestError: request.error,
    begin: (): void => request.mutate(),
  };
}
