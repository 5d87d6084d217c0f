import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { fetchStagedProjects, type ProjectFilter } from './imports.api.js';
import type { PreviewAddress } from './preview-address.js';

export const PAGE_SIZE = 50;

/** The projects of a file that the address asks for, those with problems first. */
export function useStagedList(batchId: Ref<string | null>, address: Ref<PreviewAddress>) {
  const filter = computed<ProjectFilter>(() => ({
    ...(address.value.change ? { change: address.value.change } : {}),
    ...(address.value.warned ? { warned: 'true' } : {}),
    ...(address.value.search ? { search: address.value.search } : {}),
    page: address.value.page,
    size: PAGE_SIZE,
  }));
  return useQuery({
    queryKey: ['imports', 'projects', batchId, filter],
    queryFn: () => fetchStagedProjects(batchId.value ?? '', filter.value),
    enabled: computed(() => batchId.value !== null),
    placeholderData: keepPreviousData,
  });
}
