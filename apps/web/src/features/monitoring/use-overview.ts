import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Round } from '../../shared/api/schema.gen.js';
import { fetchLights, fetchOverview, type LightFilter } from './monitoring.api.js';
import { filterOf, type OverviewFilter, queryAfter } from './overview-filter.js';

export const PAGE_SIZE = 50;
/** The longest page that the server gives; also enough for a ranking. */
const LARGEST_PAGE = 200;

/** Counts, the table and the ranking of a round, narrowed by the filter in the page's address. */
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
  const tableFilter = computed<LightFilter>(() => ({
    ...scope.value,
    ...(filter.value.light ? { light: filter.value.light } : {}),
    ...(filter.value.search ? { search: filter.value.search } : {}),
    sort: filter.value.sort,
    page: filter.value.page,
    size: PAGE_SIZE,
  }));

  const overview = useQuery({
    queryKey: ['lights', 'overview', scope],
    queryFn: () => fetchOverview(scope.value),
    enabled,
    placeholderData: keepPreviousData,
  });
  const table = useQuery({
    queryKey: ['lights', 'table', tableFilter],
    queryFn: () => fetchLights(tableFilter.value),
    enabled,
    placeholderData: keepPreviousData,
  });
  const late = useQuery({
    queryKey: ['lights', 'late', scope],
    queryFn: () => fetchLights({ ...scope.value, sort: 'gapToPlan', page: 1, size: 10 }),
    enabled,
    placeholderData: keepPreviousData,
  });

  /** Every row of the filter, page after page, for the export. */
  async function fetchAll() {
    const first = await fetchLights({ ...tableFilter.value, page: 1, size: LARGEST_PAGE });
    const rows = [...first.items];
    for (let page = 2; rows.length < first.total; page += 1) {
      const { items } = await fetchLights({ ...tableFilter.value, page, size: LARGEST_PAGE });
      if (items.length === 0) break;
      rows.push(...items);
    }
    return rows;
  }
  return { filter, change, overview, table, late, fetchAll };
}
