import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, watch } from 'vue';
import type { Job, SimulationInput } from '../../shared/api/schema.gen.js';
import { cancelJob, fetchJob, fetchSimulation, fetchSimulations, simulate } from './rules.api.js';

const ASK_EVERY_MS = 700;
const ENDED: ReadonlySet<Job['status']> = new Set(['succeeded', 'dead', 'cancelled']);

/** Trying rules on a round (R50): one at a time, found again where the page was left meanwhile; and what was tried of late. */
export function useTrial() {
  const queries = useQueryClient();
  /** Of the trial that goes on, or whose result is shown. */
  const id = ref<string | null>(null);
  const list = useQuery({ queryKey: ['rules', 'trials'], queryFn: fetchSimulations });
  watch(
    () => list.data.value?.running?.jobId,
    (running) => {
      if (running !== undefined) id.value ??= running;
    },
    { immediate: true },
  );
  const isKnown = computed(() => list.data.value?.items.some((item) => item.id === id.value) ?? false);
  const job = useQuery({
    queryKey: ['rules', 'trial-job', id],
    queryFn: () => fetchJob(id.value ?? ''),
    enabled: computed(() => id.value !== null && !isKnown.value),
    refetchInterval: ({ state }) => (state.data && ENDED.has(state.data.status) ? false : ASK_EVERY_MS),
  });
  const status = computed(() => (isKnown.value ? 'succeeded' : (job.data.value?.status ?? null)));
  const result = useQuery({
    queryKey: ['rules', 'trial', id],
    queryFn: () => fetchSimulation(id.value ?? ''),
    enabled: computed(() => id.value !== null && status.value === 'succeeded'),
    staleTime: Infinity,
  });
  watch(status, (now) => {
    if (now !== null && ENDED.has(now)) void queries.invalidateQueries({ queryKey: ['rules', 'trials'] });
  });
  const request = useMutation({
    mutationFn: simulate,
    onSuccess: ({ jobId }) => {
      id.value = jobId;
    },
  });
  const cancel = useMutation({
    mutationFn: cancelJob,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['rules', 'trial-job'] }),
  });
  return {
    id,
    status,
    isUnderWay: computed(
      () => request.isPending.value || (id.value !== null && (status.value === null || !ENDED.has(status.value))),
    ),
    progress: computed(() => job.data.value ?? null),
    result: computed(() => (status.value === 'succeeded' ? (result.data.value ?? null) : null)),
    error: computed(() => request.error.value ?? result.error.value ?? job.error.value ?? cancel.error.value),
    recent: computed(() => list.data.value?.items ?? []),
    begin: (input: SimulationInput): void => {
      id.value = null;
      request.mutate(input);
    },
    show: (trial: string): void => {
      id.value = trial;
    },
    stop: (): void => {
      if (id.value !== null) cancel.mutate(id.value);
    },
  };
}
export type Trial = ReturnType<typeof useTrial>;
