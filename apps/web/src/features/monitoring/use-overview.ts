import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Round } from '../../shared/api/schema.gen.js';
import { fetchLights, fetchOverview } from './monitoring.api.js';
import { filterOf, type OverviewFilter, queryAfter } from './overview-filter.js';

/** Counts and the ranking of a round, narrowed by the filter in the page's address. */
export function useOverview(round: Ref<Round | null>) {
  const route = useRoute();
  const router = useRouter();
  const filter = computed(() => filterOf(route.query));
  const change = (part: Partial<OverviewFilter>) => router.replace({ query: queryAfter(route.query, part) });

  const enabled = computed(() => round.value !== null);
  const scope = computed(() => ({
    year: round.value?.year ?? 0,
    month: round.value?.month ?? 0,
    ...(filter.value.organisationId ? { organisationId: filter.value.organisationId } : {}),
  }));
  const overview = useQuery({
    queryKey: ['lights', 'overview', scope],
    queryFn: () => fetchOverview(scope.value),
    enabled,
    placeholderData: keepPreviousData,
  });
  const late = useQuery({
    queryKey: ['lights', 'late', scope],
    queryFn: () => fetchLights({ ...scope.value, sort: 'gapToPlan', page: 1, size: 10 }),
    enabled,
    placeholderData: keepPreviousData,
  });
  return { filter, change, overview, late };
}
