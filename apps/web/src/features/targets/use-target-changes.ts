import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import type { Ref } from 'vue';
import type { ApprovalStepInput, TargetChangeInput } from '../../shared/api/schema.gen.js';
import {
  fetchApprovals,
  fetchChange,
  fetchChangePage,
  fetchChanges,
  fetchLastYear,
  fetchRemarks,
  proposeChange,
  stepApprovals,
  stepChange,
  type ApprovalQuery,
  type ChangeFilter,
  type ChangeStep,
} from './target-changes.api.js';

export const useChangePage = (filter: Ref<ChangeFilter>) =>
  useQuery({
    queryKey: ['target-changes', 'page', filter],
    queryFn: () => fetchChangePage(filter.value),
    placeholderData: keepPreviousData,
  });

export const useChanges = (projectId: Ref<string>) =>
  useQuery({ queryKey: ['target-changes', 'project', projectId], queryFn: () => fetchChanges(projectId.value) });

export const useChange = (changeId: Ref<string>) =>
  useQuery({ queryKey: ['target-changes', 'one', changeId], queryFn: () => fetchChange(changeId.value) });

export const useApprovals = (query: Ref<ApprovalQuery>) =>
  useQuery({
    queryKey: ['target-approvals', query],
    queryFn: () => fetchApprovals(query.value),
    placeholderData: keepPreviousData,
  });

export const useRemarks = (projectId: Ref<string>) =>
  useQuery({ queryKey: ['target-remarks', projectId], queryFn: () => fetchRemarks(projectId.value) });

export const useLastYear = (projectId: Ref<string>) =>
  useQuery({ queryKey: ['last-year', projectId], queryFn: () => fetchLastYear(projectId.value) });

/** Proposing and deciding changes; whatever shows targets is read again afterwards. */
export function useChangeSteps() {
  const queries = useQueryClient();
  const onSuccess = (): void => {
    for (const key of ['target-changes', 'target-approvals', 'projects', 'lights', 'target-remarks']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
  const propose = useMutation({
    mutationFn: ({ projectId, body }: { projectId: string; body: TargetChangeInput }) => proposeChange(projectId, body),
    onSuccess,
  });
  const step = useMutation({
    mutationFn: ({ changeId, step: name, message }: { changeId: string; step: ChangeStep; message: string | null }) =>
      stepChange(changeId, name, message),
    onSuccess,
  });
  const approve = useMutation({ mutationFn: (body: ApprovalStepInput) => stepApprovals(body), onSuccess });
  return { propose, step, approve };
}
