import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, type Ref } from 'vue';
import { ApiError } from '../../shared/api/problem.js';
import type { Problem } from '../../shared/api/schema.gen.js';
import { sendReportFile, type RoundKey } from './report-file.api.js';

/** What is wrong with a file, and where the file with the errors in it is found. */
export interface FileRefusal {
  readonly count: number;
  readonly workbookId: string | null;
  readonly issues: NonNullable<Problem['issues']>;
}

/** The refusal of a file's content; null for any other failure. */
export function fileRefusal(error: unknown): FileRefusal | null {
  if (!(error instanceof ApiError) || error.code !== 'report-file-refused') return null;
  const { issues = [], params = {} } = error.problem;
  const { workbookId, issues: count } = params;
  return {
    count: typeof count === 'number' ? count : issues.length,
    workbookId: typeof workbookId === 'string' ? workbookId : null,
    issues,
  };
}

/** The way of a file: chosen, checked without saving, confirmed, saved. */
export function useReportFile(round: Ref<RoundKey | null>) {
  const queries = useQueryClient();
  const file = ref<File | null>(null);
  const send = (dryRun: boolean) => {
    if (file.value === null || round.value === null) throw new Error('No file is chosen');
    return sendReportFile(round.value, file.value, dryRun);
  };
  const check = useMutation({ mutationFn: () => send(true) });
  const save = useMutation({
    mutationFn: () => send(false),
    onSuccess: () => void queries.invalidateQueries(),
  });

  function choose(chosen: File): void {
    reset();
    file.value = chosen;
    check.mutate();
  }
  function reset(): void {
    file.value = null;
    check.reset();
    save.reset();
  }
  const isBusy = computed(() => check.isPending.value || save.isPending.value);
  const error = computed(() => save.error.value ?? check.error.value);
  const refusal = computed(() => fileRefusal(error.value));
  return { file, check, save, choose, reset, isBusy, error, refusal };
}
