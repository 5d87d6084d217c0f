import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { ref } from 'vue';
import type { Alert } from '../../shared/api/schema.gen.js';
import { takeStep, type AlertStep, type Outcome } from './alert-steps.js';

/** Takes steps with alerts and tells what became of the last one; everything that shows alerts is read again. */
export function useAlertSteps() {
  const queries = useQueryClient();
  const outcome = ref<Outcome | null>(null);
  const mutation = useMutation({
    mutationFn: ({ of, step }: { of: readonly Alert[]; step: AlertStep }) => takeStep(of, step),
    onMutate: () => {
      outcome.value = null;
    },
    onSuccess: (taken) => {
      outcome.value = taken;
    },
    // Not waited for: what became of it is told before the lines are read again.
    onSettled: () => void queries.invalidateQueries({ queryKey: ['lights', 'alerts'] }),
  });

  /** @returns null where nothing came through: `error` says why */
  const take = (of: readonly Alert[], step: AlertStep): Promise<Outcome | null> =>
    mutation.mutateAsync({ of, step }).catch(() => null);

  return { take, outcome, error: mutation.error, isPending: mutation.isPending };
}
