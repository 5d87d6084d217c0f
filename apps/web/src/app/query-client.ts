import { QueryClient } from '@tanstack/vue-query';
import { isTransient } from '../shared/api/problem.js';

const RETRIES = 2;
/** Events say when something changed; this only bounds how long a missed one can mislead. */
const FRESH_MS = 30_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => failures < RETRIES && isTransient(error),
    },
  },
});
