import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, watch } from 'vue';
import { failureText, isActive, useJob } from '../jobs/index.js';
import type { ExportInput } from '../../shared/api/schema.gen.js';
import { downloadUrl } from '../../shared/ui/download.js';
import { exportAddress, requestExport } from './exports.api.js';

interface Outcome {
  readonly onDone: () => void;
  readonly onFailed: (error: unknown) => void;
  /** Why its job failed, in the reader's words where it was a refusal. */
  readonly onDead: (why: string | null) => void;
}

/** Has one file written and downloads it as soon as it is there. */
export function useQuickExport({ onDone, onFailed, onDead }: Outcome) {
  const queries = useQueryClient();
  const exportId = ref('');
  const jobId = ref<string | null>(null);
  const job = useJob(jobId);
  const request = useMutation({
    mutationFn: requestExport,
    onSuccess: (accepted) => {
      exportId.value = accepted.exportId;
      jobId.value = accepted.jobId;
      void queries.invalidateQueries({ queryKey: ['outputs', 'exports'] });
    },
    onError: onFailed,
  });
  watch(job, (now) => {
    if (now === null || isActive(now)) return;
    jobId.value = null;
    void queries.invalidateQueries({ queryKey: ['outputs', 'exports'] });
    if (now.status === 'succeeded') {
      downloadUrl('', exportAddress(exportId.value));
      onDone();
    } else if (now.status === 'dead') onDead(failureText(now));
  });
  return {
    isBusy: computed(() => request.isPending.value || jobId.value !== null),
    begin: (input: ExportInput): void => request.mutate(input),
  };
}
