import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import type { Ref } from 'vue';
import { fetchAlertSummary, type AlertScope } from './alerts.api.js';

/** How many alerts there are of each kind; asked once for everything that shows the same, the badge among them. */
export const useAlertSummary = (scope: Ref<AlertScope>, enabled?: Ref<boolean>) =>
  useQuery({
    queryKey: ['lights', 'alerts', 'summary', scope],
    queryFn: () => fetchAlertSummary(scope.value),
    placeholderData: keepPreviousData,
    ...(enabled === undefined ? {} : { enabled }),
  });
