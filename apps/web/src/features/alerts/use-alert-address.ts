import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { addressOf, queryAfter, type AlertAddress } from './alert-address.js';

/** The page's address and how it changes. */
export function useAlertAddress() {
  const route = useRoute();
  const router = useRouter();
  const address = computed(() => addressOf(route.query));
  const queryOf = (part: Partial<AlertAddress>) => queryAfter(route.query, part);
  const change = (part: Partial<AlertAddress>) => router.replace({ query: queryOf(part) });
  return { address, change, queryOf };
}
