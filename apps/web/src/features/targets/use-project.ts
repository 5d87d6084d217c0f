import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import type { Ref } from 'vue';
import type { BudgetAdjustmentInput, ProjectDetail, ProjectFlagsInput } from '../../shared/api/schema.gen.js';
import { adjustBudget, changeFlags, fetchDifferences, fetchProject, fetchVersions } from './targets.api.js';

/** A project with its targets; shared with every page that needs one. */
export const useProject = (id: Ref<string>) =>
  useQuery({ queryKey: ['projects', id], queryFn: () => fetchProject(id.value) });

export const useTargetVersions = (id: Ref<string>) =>
  useQuery({ queryKey: ['projects', id, 'versions'], queryFn: () => fetchVersions(id.value) });

/** What a version changed; versions never change, so it is asked for once. */
export const useVersionDifferences = (id: Ref<string>, version: Ref<number>) =>
  useQuery({
    queryKey: ['projects', id, 'versions', version],
    queryFn: () => fetchDifferences(id.value, version.value),
    staleTime: Infinity,
  });

/** Changes of a project: the answer is the project as it is now, and its lights will follow. */
export function useProjectChanges(id: Ref<string>) {
  const queries = useQueryClient();
  const onSuccess = (project: ProjectDetail): void => {
    queries.setQueryData(['projects', id.value], project);
    void queries.invalidateQueries({ queryKey: ['lights'] });
  };
  const adjust = useMutation({
    mutationFn: (input: BudgetAdjustmentInput) => adjustBudget(id.value, input),
    onSuccess,
  });
  const flags = useMutation({ mutationFn: (input: ProjectFlagsInput) => changeFlags(id.value, input), onSuccess });
  return { adjust, flags };
}
