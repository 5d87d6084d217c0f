import { keepPreviousData, useQueries, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { Overview } from '../../shared/api/schema.gen.js';
import type { RoundOfUnit } from './monitoring.api.js';
import {
  type Direction,
  fetchChanges,
  fetchNotReported,
  fetchOverview,
  fetchOverviewProjects,
  fetchRanking,
  type RankedBy,
} from './overview.api.js';

/** While figures are still being summed up, they are asked for again. */
const REFRESHED_EVERY_MS = 3_000;
export const RANKING_SIZE = 10;
export const CHANGES_SIZE = 20;

type RoundKey = Pick<RoundOfUnit, 'year' | 'month'>;

/** A round of an organisation, as every question about it names it; an empty id stands for all that the person sees. */
export const scopeOf = ({ year, month }: RoundKey, organisationId: string): RoundOfUnit => ({
  year,
  month,
  ...(organisationId === '' ? {} : { organisationId }),
});
const nowOf = (scope: Ref<RoundOfUnit | null>): RoundOfUnit => scope.value ?? { year: 0, month: 0 };
const overviewKey = (scope: RoundOfUnit) => ['lights', 'overview', scope] as const;
const waitWhileSummed = ({ state }: { readonly state: { readonly data?: Overview | undefined } }): number | false =>
  state.data?.refreshing ? REFRESHED_EVERY_MS : false;

/** @param scope null while there is nothing to ask for */
export const useOverview = (scope: Ref<RoundOfUnit | null>) =>
  useQuery({
    queryKey: computed(() => overviewKey(nowOf(scope))),
    queryFn: () => fetchOverview(nowOf(scope)),
    enabled: computed(() => scope.value !== null),
    placeholderData: keepPreviousData,
    refetchInterval: waitWhileSummed,
  });

/** The overviews of several rounds, each with its round; those that have not come yet are missing. */
export function useOverviewsOf(scopes: Ref<readonly RoundOfUnit[]>) {
  const answers = useQueries({
    queries: computed(() =>
      scopes.value.map((scope) => ({ queryKey: overviewKey(scope), queryFn: () => fetchOverview(scope) })),
    ),
  });
  const overviews = computed<readonly Overview[]>(() => answers.value.flatMap(({ data }) => data ?? []));
  const error = computed(() => answers.value.find(({ isError }) => isError)?.error ?? null);
  const retry = (): void => answers.value.forEach(({ isError, refetch }) => void (isError && refetch()));
  return { overviews, error, retry };
}

export const useOverviewProjects = (scope: Ref<RoundOfUnit>) =>
  useQuery({
    queryKey: ['lights', 'overview-projects', scope],
    queryFn: () => fetchOverviewProjects(scope.value),
    placeholderData: keepPreviousData,
  });

/** The answer says by what it ranks: until the next one is there, the one before stays, under its own name. */
export const useRanking = (scope: Ref<RoundOfUnit>, by: Ref<RankedBy>) =>
  useQuery({
    queryKey: ['lights', 'overview-ranking', scope, by],
    queryFn: async () => {
      const rankedBy = by.value;
      return { rankedBy, ranking: await fetchRanking({ ...scope.value, by: rankedBy, size: RANKING_SIZE }) };
    },
    placeholderData: keepPreviousData,
  });

/** The answer says in which direction they went, as that of the ranking says by what it ranks. */
export const useChanges = (scope: Ref<RoundOfUnit>, direction: Ref<Direction>, page: Ref<number>) =>
  useQuery({
    queryKey: ['lights', 'overview-changes', scope, direction, page],
    queryFn: async () => {
      const turned = direction.value;
      const query = { ...scope.value, direction: turned, page: page.value, size: CHANGES_SIZE };
      return { turned, changes: await fetchChanges(query) };
    },
    placeholderData: keepPreviousData,
  });

export const useNotReported = (scope: Ref<RoundOfUnit>) =>
  useQuery({
    queryKey: ['lights', 'overview-not-reported', scope],
    queryFn: () => fetchNotReported(scope.value),
    placeholderData: keepPreviousData,
  });
