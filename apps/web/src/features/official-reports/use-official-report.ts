import type { OfficialReportStep } from '@jixiao/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, type Ref, watch } from 'vue';
import { isActive, useJob } from '../jobs/index.js';
import type { OfficialReport } from '../../shared/api/schema.gen.js';
import { editReport, fetchOfficialReport, stepReport, type ParagraphChange } from './official-reports.api.js';
import { KEY } from './use-official-reports.js';

/** A report that is drafted for the first time is there in a moment; the events of its job tell nothing of it. */
const ASK_EVERY_MS = 2_000;

interface Step {
  readonly step: OfficialReportStep;
  readonly text: string | null;
}

/** One report with the job that drafts it, what is saved into it, and the steps that it takes. */
export function useOfficialReport(id: Ref<string>, begunBy: string | null) {
  const queries = useQueryClient();
  const key = computed(() => [KEY, 'one', id.value] as const);
  const query = useQuery({
    queryKey: key,
    queryFn: () => fetchOfficialReport(id.value),
    refetchInterval: ({ state }) => (state.data?.current === null ? ASK_EVERY_MS : false),
  });
  const one = computed(() => query.data.value ?? null);
  const version = computed(() => one.value?.version ?? 0);

  const jobId = ref(begunBy);
  const job = useJob(jobId);
  const readAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: [KEY] });
  watch(job, (now) => {
    if (now !== null && !isActive(now)) void readAgain();
  });
  const keep = (latest: OfficialReport): void => {
    queries.setQueryData(key.value, latest);
    if (latest.jobId !== null) jobId.value = latest.jobId;
    void readAgain();
  };

  const save = useMutation({
    mutationFn: (changes: readonly ParagraphChange[]) =>
      editReport(id.value, { version: version.value, changes: [...changes] }),
    onSuccess: keep,
  });
  const step = useMutation({
    mutationFn: (taken: Step) => stepReport(id.value, { ...taken, version: version.value }),
    onSuccess: keep,
  });
  return {
    query,
    one,
    version,
    save,
    step,
    readAgain,
    /** The job that drafts it, as long as it is of interest: while it goes on, and where it failed. */
    job: computed(() => (job.value !== null && job.value.status !== 'succeeded' ? job.value : null)),
  };
}
