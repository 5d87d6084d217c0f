import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Round } from '../../shared/api/schema.gen.js';
import { fetchGoalSummary, type GoalsPlace } from './department-goals.api.js';

/** The organisation that the page is about, named in its address, and the goals of all units below it. */
export function useGoalChoice(round: Readonly<Ref<Round | null>>) {
  const route = useRoute();
  const router = useRouter();
  const organisationId = computed({
    get: () => (typeof route.query.unit === 'string' ? route.query.unit : ''),
    set: (id: string) => void router.replace({ query: { ...route.query, unit: id || undefined } }),
  });
  const place = computed<GoalsPlace>(() => ({
    year: round.value?.year ?? 0,
    month: round.value?.month ?? 0,
    organisationId: organisationId.value,
  }));
  const summary = useQuery({
    queryKey: ['lights', 'department-goals', 'summary', place],
    queryFn: () => fetchGoalSummary(place.value),
    enabled: computed(() => round.value !== null),
    placeholderData: keepPreviousData,
  });
  const units = computed(() => summary.data.value?.units ?? []);

  /** The unit whose goals are shown one by one: the chosen one where it has any, or the only one there is. */
  const unitPlace = computed<GoalsPlace | null>(() => {
    if (!round.value || !summary.data.value) return null;
    const chosen = units.value.find((unit) => unit.organisationId === organisationId.value);
    const shown = chosen ?? (units.value.length === 1 ? units.value[0] : undefined);
    return shown ? { ...place.value, organisationId: shown.organisationId } : null;
  });
  return { organisationId, summary, units, unitPlace };
}
