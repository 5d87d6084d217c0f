import { useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { fetchTrends } from './monitoring.api.js';

/** The series of a project as of a round. */
export function useProjectTrends(id: Ref<string>, month: Ref<number | null>) {
  return useQuery({
    queryKey: ['lights', 'trends', id, month],
    queryFn: () => fetchTrends(id.value, month.value ?? 1),
    enabled: computed(() => month.value !== null),
  });
}
