import { computed } from 'vue';
import { type RouteLocationRaw, useRoute, useRouter } from 'vue-router';
import { filterOf, type OverviewFilter, type OverviewView, queryAfter } from './overview-filter.js';
import type { RoundKey } from './unit-rounds.js';

/** What the overview shows, as its address says, and the addresses that lead on from it. */
export function useOverviewAddress() {
  const route = useRoute();
  const router = useRouter();
  const filter = computed(() => filterOf(route.query));
  /** Another way to look at the same thing: "back" does not step through each. */
  const change = (part: Partial<OverviewFilter>) => router.replace({ query: queryAfter(route.query, part) });
  /** Another part or another organisation, to which "back" leads from the next. */
  const go = (part: Partial<OverviewFilter>) => router.push({ query: queryAfter(route.query, part) });
  const queryOf = (view: OverviewView) => queryAfter(route.query, { view });
  const narrowTo = (organisationId: string): RouteLocationRaw => ({
    query: queryAfter(route.query, { organisationId }),
  });
  const unitAt = (id: string, { year, month }: RoundKey): RouteLocationRaw => ({
    name: 'unit',
    params: { id },
    query: { year, month },
  });
  return { filter, change, go, queryOf, narrowTo, unitAt };
}
