import { type Ref, watch } from 'vue';
import { onBeforeRouteLeave, useRoute, useRouter } from 'vue-router';
import type { RoundKey } from './unit-rounds.js';

/** Writes the round that is shown into the address, so that it can be shared: whoever opens it sees the same. */
export function useRoundInAddress(round: Ref<RoundKey | null>): void {
  const route = useRoute();
  const router = useRouter();
  /** The address of a page that is being left stays: to write it now would call back who has just followed a link. */
  let leaving = false;
  onBeforeRouteLeave(() => {
    leaving = true;
  });
  watch(
    round,
    (shown) => {
      if (!shown || leaving) return;
      const { year, month } = route.query;
      if (Number(year) === shown.year && Number(month) === shown.month) return;
      void router.replace({ query: { ...route.query, year: shown.year, month: shown.month } });
    },
    { immediate: true },
  );
}
