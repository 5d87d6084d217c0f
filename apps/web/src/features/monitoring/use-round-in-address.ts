import { type Ref, watch } from 'vue';
import { onBeforeRouteLeave, onBeforeRouteUpdate, useRoute, useRouter } from 'vue-router';
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
  onBeforeRouteUpdate(() => {
    leaving = false;
  });
  watch(
    // A link to the page may come without a round, while the page already shows one.
    [round, () => route.query.year, () => route.query.month] as const,
    ([shown, year, month]) => {
      if (!shown || leaving) return;
      if (Number(year) === shown.year && Number(month) === shown.month) return;
      void router.replace({ query: { ...route.query, year: shown.year, month: shown.month } });
    },
    { immediate: true },
  );
}
