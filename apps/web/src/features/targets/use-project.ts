import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import type { Ref } from 'vue';
import type { BudgetAdjustmentInput, ProjectDetail, ProjectFlagsInput } from '../../shared/api/schema.gen.js';
import {
  adjustBudget,
  adoptTargets,
  changeFlags,
  confirmDirection,
  fetchDifferences,
  fetchProject,
  fetchVersions,
} from './targets.api.js';

/** A project with its targets; shared with every page that needs one. */
export const useProject = (id: Ref<string>) =>
  useQuery({ queryKey: ['projects', id], queryFn: () => fetchProject(id.value) });

/** The same with the targets that the round of a month is judged by; waits for the month. */
export const useProjectOfRound = (id: Ref<string>, month: Ref<number | null>) =>
  useQuery({
    queryKey: ['projects', id, 'round', month],
    queryFn: () => fetchProject(id.value, month.value ?? undefined),
    enabled: () => month.value !== null,
  });

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
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: ['projects', id.value, 'round'] });
    void queries.invalidateQueries({ queryKey: ['lights'] });
  };
  const onSuccess = (project: ProjectDetail): void => {
    queries.setQueryData(['projects', id.value], project);
    refresh();
  };
  const adjust = useMutation({
    mutationFn: (input: BudgetAdjustmentInput) => adjustBudget(id.value, input),
    onSuccess,
  });
  const flags = useMutation({ mutationFn: (input: ProjectFlagsInput) => changeFlags(id.value, input), onSuccess });
  const confirm = useMutation({
    mutationFn: (indicatorId: string) => confirmDirection(id.value, indicatorId),
    onSuccess,
  });
  const adopt = useMutation({
    mutationFn: ({ year, month, reason }: { year: number; month: number; reason: string }) =>
      adoptTargets(year, month, { projectIds: [id.value], reason }),
    onSuccess: refresh,
  });
  return { adjust, flags, confirm, adopt };
}
