import { useMutation } from '@tanstack/vue-query';
import { computed, ref, shallowRef, watch } from 'vue';
import { useErrorMessage } from '../../shared/api/use-error-message.js';
import type { JobAccepted } from '../../shared/api/schema.gen.js';
import { failureText, isActive } from './job-list.js';
import { useJob } from './use-job.js';

interface Outcome<I> {
  readonly onDone: (input: I) => void;
  /** It was refused, failed or was called off; what was begun may all the same have changed something. */
  readonly onFailed?: (input: I) => void;
}

/** Work that the server does at once where it is small, and by a job that is followed here where it is large. */
export function usePossibleJob<I>(request: (input: I) => Promise<object | JobAccepted>, outcome: Outcome<I>) {
  const messageOf = useErrorMessage();
  const input = shallowRef<I | null>(null);
  const jobId = ref<string | null>(null);
  const job = useJob(jobId);
  const mutation = useMutation({
    mutationFn: request,
    onSuccess: (answer, asked) => {
      if ('jobId' in answer) jobId.value = answer.jobId;
      else outcome.onDone(asked);
    },
    onError: (_, asked) => outcome.onFailed?.(asked),
  });
  const running = computed(() => (job.value !== null && isActive(job.value) ? job.value : null));
  const isBusy = computed(
    () => mutation.isPending.value || (jobId.value !== null && (job.value === null || running.value !== null)),
  );
  watch(job, (now, before) => {
    const asked = input.value;
    if (now === null || isActive(now) || asked === null || (before && !isActive(before))) return;
    if (now.status === 'succeeded') outcome.onDone(asked);
    else outcome.onFailed?.(asked);
  });
  function reset(): void {
    mutation.reset();
    jobId.value = null;
    input.value = null;
  }
  return {
    isBusy,
    /** The job while it is under way. */
    running,
    /** Whether it was called off. */
    isCancelled: computed(() => job.value?.status === 'cancelled'),
    /** Why it came to nothing, in the reader's words. */
    failure: computed(() => {
      if (mutation.error.value) return messageOf(mutation.error.value);
      return job.value && !running.value ? failureText(job.value) : null;
    }),
    reset,
    begin: (asked: I): void => {
      reset();
      input.value = asked;
      mutation.mutate(asked);
    },
  };
}
