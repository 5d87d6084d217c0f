import { keepPreviousData, useQueries, useQuery } from '@tanstack/vue-query';
import { computed, onScopeDispose, type Ref, shallowRef } from 'vue';
import type { LightRow } from '../../shared/api/schema.gen.js';
import { throttled } from '../../shared/api/throttle.js';
import { everyPage } from '../../shared/export/table-of.js';
import { PAGE_SIZE, pagesOf } from './list-pages.js';
import { fetchLights, type LightFilter } from './monitoring.api.js';

/** Rows before and after those on the screen that are wanted too, so that scrolling finds them there. */
const AHEAD = 20;
const ASK_EVERY_MS = 120;
/** While one drags through ten thousands of rows, what flies past is not asked for: only where it comes to rest. */
const AT_REST_MS = 120;

/**
 * The projects of a round by number of row, of which only those are fetched that are looked at. The first page also counts
 * them, once per filter; the others are told the count.
 * @param filter null while there is no round
 */
export function useLightList(filter: Ref<LightFilter | null>) {
  const filterNow = (): LightFilter => filter.value ?? { year: 0, month: 0 };
  const first = useQuery({
    queryKey: ['lights', 'list', filter, 1],
    queryFn: ({ signal }) => fetchLights({ ...filterNow(), page: 1, size: PAGE_SIZE }, signal),
    enabled: computed(() => filter.value !== null),
    placeholderData: keepPreviousData,
  });
  const total = computed(() => first.data.value?.total ?? 0);

  const wanted = shallowRef<readonly number[]>([]);
  let seen = { first: 0, last: 0 };
  const ask = throttled(() => {
    wanted.value = pagesOf(seen.first - AHEAD, seen.last + AHEAD, total.value).filter((page) => page !== 1);
  }, ASK_EVERY_MS);
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** Tells which rows are on the screen. */
  function look(firstRow: number, lastRow: number): void {
    const isFlying = Math.abs(firstRow - seen.first) > PAGE_SIZE;
    seen = { first: firstRow, last: lastRow };
    clearTimeout(resting);
    if (isFlying) resting = setTimeout(ask, AT_REST_MS);
    else ask();
  }
  onScopeDispose(() => {
    clearTimeout(resting);
  });

  // The rows of the filter before stay on the screen until the new ones have come; nothing more of them is fetched.
  const isOld = computed(() => first.isPlaceholderData.value);
  const pages = computed(() => (isOld.value || filter.value === null ? [] : wanted.value));
  const others = useQueries({
    queries: computed(() =>
      pages.value.map((page) => ({
        queryKey: ['lights', 'list', filter.value, page],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          fetchLights({ ...filterNow(), page, size: PAGE_SIZE, total: total.value }, signal),
      })),
    ),
  });

  /** The project of a row, from 0; undefined until it has come. */
  const rowAt = computed<(index: number) => LightRow | undefined>(() => {
    const known = new Map([[1, first.data.value?.items]]);
    pages.value.forEach((page, place) => known.set(page, others.value[place]?.data?.items));
    return (index) => known.get(Math.floor(index / PAGE_SIZE) + 1)?.[index % PAGE_SIZE];
  });
  const missed = computed(() => others.value.some(({ isError }) => isError));
  const askAgain = (): void => others.value.forEach(({ isError, refetch }) => void (isError && refetch()));

  /** Every row of the filter, for the export; counted with the first page only. */
  function fetchAll(): Promise<readonly LightRow[]> {
    let known: { total?: number } = {};
    return everyPage(async (page, size) => {
      const answer = await fetchLights({ ...filterNow(), ...known, page, size });
      known = { total: answer.total };
      return answer;
    });
  }
  return { first, total, isOld, rowAt, look, missed, askAgain, fetchAll };
}
