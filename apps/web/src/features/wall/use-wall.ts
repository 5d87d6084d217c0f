import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { useSessionStore } from '../identity/index.js';
import { fetchOverview, fetchRanking } from '../monitoring/index.js';
import { fetchOrganisations } from '../organisations/index.js';
import { useRound } from '../reporting/index.js';
import { shownRounds, unitLights, wallPages } from './wall-units.js';

/** Rows of the ranking that can be read from far away. */
export const RANKED = 8;

/** Round and organisation of the address with their figures, read again whenever the server says that lights have changed. */
export function useWall() {
  const route = useRoute();
  const session = useSessionStore();
  const { round, error: roundsError, isPending, refetch: refetchRounds } = useRound();
  const isSignedIn = computed(() => session.state === 'signedIn');
  const organisationId = computed(() => (typeof route.query.unit === 'string' ? route.query.unit : ''));
  const scope = computed(() => ({
    year: round.value?.year ?? 0,
    month: round.value?.month ?? 0,
    ...(organisationId.value ? { organisationId: organisationId.value } : {}),
  }));
  const enabled = computed(() => round.value !== null && isSignedIn.value);

  const overview = useQuery({
    queryKey: ['lights', 'wall', 'overview', scope],
    queryFn: () => fetchOverview(scope.value),
    enabled,
    placeholderData: keepPreviousData,
  });
  const months = computed(() =>
    shownRounds((overview.data.value?.rounds ?? []).filter(({ year }) => year === scope.value.year)).map(
      ({ month }) => month,
    ),
  );
  const ofYear = useQuery({
    queryKey: ['lights', 'wall', 'year', scope, months],
    queryFn: () => Promise.all(months.value.map((month) => fetchOverview({ ...scope.value, month }))),
    enabled: computed(() => enabled.value && months.value.length > 0),
    placeholderData: keepPreviousData,
  });
  /** The newest rounds of the year, oldest first, and the units as they stand on the wall. */
  const rounds = computed(() => ofYear.data.value ?? []);
  const units = computed(() => unitLights(rounds.value));
  const unitPages = computed(() => wallPages(units.value, rounds.value.length));
  const ranking = useQuery({
    queryKey: ['lights', 'wall', 'ranking', scope],
    queryFn: () => fetchRanking({ ...scope.value, by: 'points', size: RANKED }),
    enabled,
    placeholderData: keepPreviousData,
  });
  const organisations = useQuery({ queryKey: ['organisations'], queryFn: fetchOrganisations, enabled });
  const place = computed(() => {
    const { items = [] } = organisations.data.value ?? {};
    const chosen = items.find(({ id }) => id === organisationId.value);
    return chosen?.name ?? session.me?.roles[0]?.organisationName ?? '';
  });
  const failure = computed(
    () => roundsError.value ?? overview.error.value ?? ofYear.error.value ?? ranking.error.value,
  );
  const retry = (): void => {
    for (const read of [refetchRounds, overview.refetch, ofYear.refetch, ranking.refetch]) void read();
  };
  return {
    round,
    isPending,
    failure,
    retry,
    isSignedIn,
    overview: overview.data,
    rounds,
    units,
    unitPages,
    ranking: ranking.data,
    place,
  };
}
