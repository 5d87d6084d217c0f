import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref, watch } from 'vue';
import { cancelJob, isActive, useJob } from '../jobs/index.js';
import { confirmUpload, discardUpload, dropBatch, fetchUpload } from './imports.api.js';
import { CORRECTIONS } from './use-staged-project.js';
import { isWorking, withoutDropped } from './upload-state.js';

/** The job's events say when work ends; asking now and then covers a lost one. */
const ASK_EVERY_MS = 4_000;

/** Everything that an import can change: its own lists, and the projects and lights that come of it. */
const AFFECTED = ['imports', 'projects', 'lights', 'rounds', 'organisations'];

/**
 * One upload with the job that works on it, and what a person can do with it.
 * @param mayConfirm whether everything that was typed is kept
 */
export function useUpload(uploadId: Ref<string>, mayConfirm: () => boolean) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['imports', 'upload', uploadId],
    queryFn: () => fetchUpload(uploadId.value),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? ASK_EVERY_MS : false),
  });
  const upload = computed(() => (query.data.value ? withoutDropped(query.data.value) : null));
  const working = computed(() => upload.value !== null && isWorking(upload.value));
  const job = useJob(computed(() => upload.value?.jobId ?? null));

  const readAgain = (): Promise<void> =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => AFFECTED.includes(String(queryKey[0])) });
  watch(
    () => working.value && job.value !== null && !isActive(job.value),
    (ended) => {
      if (ended) void readAgain();
    },
  );
  watch(
    () => upload.value?.status,
    (now, before) => {
      if (before !== undefined && now !== before) void readAgain();
    },
  );

  const onSettled = (): Promise<void> => readAgain();
  const confirm = useMutation({
    // After the corrections that are under way; one that is refused is still in its form, and is not to be lost.
    scope: CORRECTIONS,
    mutationFn: async () => {
      await new Promise((resolve) => setTimeout(resolve));
      return mayConfirm() ? confirmUpload(uploadId.value) : null;
    },
    onSettled,
  });
  const stop = useMutation({ mutationFn: () => cancelJob(upload.value?.jobId ?? ''), onSettled });
  const discard = useMutation({ mutationFn: () => discardUpload(uploadId.value) });
  const drop = useMutation({ mutationFn: dropBatch });
  return { upload, error: query.error, refetch: query.refetch, job, working, confirm, stop, discard, drop, readAgain };
}
