import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, watch } from 'vue';
import { api, unwrap } from './client.js';
import type { Job, JobAccepted } from './schema.gen.js';

const ASK_EVERY_MS = 700;
const ENDED: ReadonlySet<Job['status']> = new Set(['succeeded', 'dead', 'cancelled']);

const fetchJob = (id: string): Promise<Job> => unwrap(api.GET('/api/jobs/{id}', { params: { path: { id } } }));
const cancelJob = (id: string): Promise<Job> => unwrap(api.POST('/api/jobs/{id}/cancel', { params: { path: { id } } }));

/** How something is tried by a job whose id its result has as well. */
interface TrialCalls<Input, Result> {
  /** Under which the answers are kept: what is published makes all of them old. */
  readonly key: string;
  readonly begin: (input: Input) => Promise<JobAccepted>;
  readonly fetchOne: (id: string) => Promise<Result>;
  /** The reader's own that goes on, and what was tried of late. */
  readonly fetchList: () => Promise<{
    readonly running: { readonly jobId: string } | null;
    readonly items: readonly Result[];
  }>;
}

/** Trying rules: one at a time, found again where the page was left meanwhile; and what was tried of late. */
export function useTrialOf<Input, Result extends { readonly id: string }>({
  key,
  begin,
  fetchOne,
  fetchList,
}: TrialCalls<Input, Result>) {
  const queries = useQueryClient();
  /** Of the trial that goes on, or whose result is shown. */
  const id = ref<string | null>(null);
  const list = useQuery({ queryKey: [key, 'trials'], queryFn: fetchList });
  watch(
    () => list.data.value?.running?.jobId,
    (running) => {
      if (running !== undefined) id.value ??= running;
    },
    { immediate: true },
  );
  const isKnown = computed(() => list.data.value?.items.some((item) => item.id === id.value) ?? false);
  const job = useQuery({
    queryKey: [key, 'trial-job', id],
    queryFn: () => fetchJob(id.value ?? ''),
    enabled: computed(() => id.value !== null && !isKnown.value),
    refetchInterval: ({ state }) => (state.data && ENDED.has(state.data.status) ? false : ASK_EVERY_MS),
  });
  const status = computed(() => (isKnown.value ? 'succeeded' : (job.data.value?.status ?? null)));
  const result = useQuery({
    queryKey: [key, 'trial', id],
    queryFn: () => fetchOne(id.value ?? ''),
    enabled: computed(() => id.value !== null && status.value === 'succeeded'),
    staleTime: Infinity,
  });
  watch(status, (now) => {
    if (now !== null && ENDED.has(now)) void queries.invalidateQueries({ queryKey: [key, 'trials'] });
  });
  const request = useMutation({
    mutationFn: begin,
    onSuccess: ({ jobId }) => {
      id.value = jobId;
    },
  });
  const cancel = useMutation({
    mutationFn: cancelJob,
    onSuccess: () => queries.invalidateQueries({ queryKey: [key, 'trial-job'] }),
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
    begin: (input: Input): void => {
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
