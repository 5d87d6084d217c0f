import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { useErrorMessage } from '../../shared/api/use-error-message.js';
import { notify } from '../../shared/ui/notify.js';
import { markRead } from './notifications.api.js';

/** Everything of this slice that is kept: lists and the number of unread ones. */
export const NOTIFICATIONS_KEY = ['notifications'] as const;

/** Marks some or all of the reader's own as read, and has every list of them read again. */
export function useMarkRead() {
  const queries = useQueryClient();
  const messageOf = useErrorMessage();
  return useMutation({
    mutationFn: markRead,
    onSuccess: () => queries.invalidateQueries({ queryKey: NOTIFICATIONS_KEY }),
    onError: (error) => notify('error', messageOf(error)),
  });
}
