import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { addressOf, queryAfter, type FollowUpAddress } from './follow-up-address.js';
import { fetchOwners, fetchProjectFollowUps } from './rectification.api.js';

/** Everything of this slice that is kept. */
const KEY = 'follow-ups';

/** The page's address and how it changes. */
export function useAddress() {
  const route = useRoute();
  const router = useRouter();
  const address = computed(() => addressOf(route.query));
  const change = (part: Partial<FollowUpAddress>) => router.push({ query: queryAfter(route.query, part) });
  return { address, change };
}

/** A list or one thing of this slice, read again after every step. */
export const useFollowUps = <Asked, T>(name: string, asked: Ref<Asked>, fetch: (asked: Asked) => Promise<T>) =>
  useQuery({
    queryKey: [KEY, name, asked],
    queryFn: () => fetch(asked.value),
    placeholderData: keepPreviousData,
  });

/** One thing that is opened: what was shown before it is another one. */
export const useFollowUp = <T>(name: string, id: Ref<string>, fetch: (id: string) => Promise<T>) =>
  useQuery({ queryKey: [KEY, name, id], queryFn: () => fetch(id.value) });

export const useOwners = (organisationId: Ref<string>) =>
  useQuery({
    queryKey: [KEY, 'owners', organisationId],
    queryFn: () => fetchOwners(organisationId.value),
    enabled: computed(() => organisationId.value !== ''),
  });

export const useProjectFollowUps = (projectId: Ref<string>) =>
  useQuery({ queryKey: [KEY, 'project', projectId], queryFn: () => fetchProjectFollowUps(projectId.value) });

/** Does something and reads again whatever shows it; a posted measure changes budgets and lights as well. */
export function useFollowUpChange<Input, T>(change: (input: Input) => Promise<T>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => {
      for (const key of [KEY, 'alerts', 'projects', 'lights']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
