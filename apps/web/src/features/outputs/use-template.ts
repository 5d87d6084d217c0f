import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, shallowRef } from 'vue';
import { resetTemplate, uploadTemplate, type PaperKind } from './templates.api.js';

/** The next version of a form: tried first, published with a note; or the shipped one put into force again. */
export function useTemplate(kind: PaperKind, basedOn: string) {
  const queries = useQueryClient();
  const file = shallowRef<File | null>(null);
  const note = ref('');
  const readAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: ['outputs', 'templates'] });

  const upload = (chosen: File, dryRun: boolean) =>
    uploadTemplate({ kind, file: chosen, basedOn, note: note.value.trim(), dryRun });
  const trial = useMutation({ mutationFn: (chosen: File) => upload(chosen, true) });
  const publish = useMutation({ mutationFn: (chosen: File) => upload(chosen, false), onSuccess: readAgain });
  const reset = useMutation({
    mutationFn: () => resetTemplate(kind, { basedOn, note: note.value.trim() || undefined }),
    onSuccess: readAgain,
  });

  /** A file is tried as soon as it is chosen. */
  function choose(chosen: File): void {
    file.value = chosen;
    publish.reset();
    trial.mutate(chosen);
  }
  return {
    file,
    note,
    choose,
    publish,
    reset,
    readAgain,
    isBusy: computed(() => trial.isPending.value || publish.isPending.value || reset.isPending.value),
    isTrying: trial.isPending,
    error: computed(() => trial.error.value ?? publish.error.value ?? reset.error.value),
    problems: computed(() => publish.data.value?.problems ?? trial.data.value?.problems ?? []),
    isFit: computed(() => trial.data.value?.problems.length === 0),
  };
}
