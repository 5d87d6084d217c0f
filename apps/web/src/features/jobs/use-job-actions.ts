import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { useErrorMessage } from '../../shared/api/use-error-message.js';
import { notify } from '../../shared/ui/notify.js';
import { cancelJob, retryJob } from './jobs.api.js';

/** Cancelling and retrying, with the lists read again afterwards. */
export function useJobActions() {
  const queries = useQueryClient();
  const messageOf = useErrorMessage();
  const common = {
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
    onError: (error: unknown) => notify('error', messageOf(error)),
  };
  const cancel = useMutation({ mutationFn: cancelJob, ...common });
  const retry = useMutation({ mutationFn: retryJob, ...common });
  return { cancel: (id: string) => cancel.mutate(id), retry: (id: string) => retry.mutate(id) };
}
