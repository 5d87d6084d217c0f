import { useQuery } from '@tanstack/vue-query';
import { computed, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { chooseRound, newestFirst, type RoundKey, roundKeyOf } from './choose-round.js';
import { useRoundChoiceStore } from './round-choice.store.js';
import { fetchRounds } from './rounds.api.js';

export function useRounds() {
  const query = useQuery({ queryKey: ['rounds'], queryFn: fetchRounds });
  return { ...query, rounds: computed(() => newestFirst(query.data.value?.items ?? [])) };
}

/** The round of the page: named in its address, else the one looked at last, else the newest with lights. */
export function useRound() {
  const route = useRoute();
  const router = useRouter();
  const store = useRoundChoiceStore();
  const { rounds, error, isPending, refetch } = useRounds();

  const inAddress = computed(() => roundKeyOf(route.query.year, route.query.month));
  const round = computed(() => chooseRound(rounds.value, [inAddress.value, store.choice]));
  watch(
    round,
    (shown) => {
      if (shown) store.remember(shown);
    },
    { immediate: true },
  );

  /** A new round starts on the first page of the same filter. */
  async function select(key: RoundKey): Promise<void> {
    store.remember(key);
    await router.replace({ query: { ...route.query, year: key.year, month: key.month, page: undefined } });
  }
  return { rounds, round, select, error, isPending, refetch };
}
