import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { StagedCorrection, StagedProject } from '../../shared/api/schema.gen.js';
import { ApiError } from '../../shared/api/problem.js';
import { useErrorMessage } from '../../shared/api/use-error-message.js';
import type { Corrected } from './corrections.js';
import { correctProject, fetchStagedProject, type IndicatorCorrection } from './imports.api.js';
import { useFaultText } from './use-fault-text.js';

/** Brings a correction to the server. @returns a sentence that says why not, or null where it is done */
export type Correct = (correction: Corrected<StagedCorrection>) => Promise<string | null>;
export type CorrectIndicator = (correction: Corrected<IndicatorCorrection>) => Promise<string | null>;

/** Corrections go one after the other: two under way could answer in the wrong order. */
export const CORRECTIONS = { id: 'import-corrections' } as const;

/** One project of the preview, and the corrections of what was understood of it. */
export function useStagedProject(batchId: Ref<string>, id: Ref<string | null>) {
  const queries = useQueryClient();
  const messageOf = useErrorMessage();
  const faultText = useFaultText();
  const keyOf = (batch: string, project: string) => ['imports', 'project', batch, project] as const;
  const query = useQuery({
    queryKey: computed(() => keyOf(batchId.value, id.value ?? '')),
    queryFn: () => fetchStagedProject(batchId.value, id.value ?? ''),
    enabled: computed(() => id.value !== null),
  });

  const save = useMutation({
    mutationFn: ({ project, body }: { project: StagedProject; body: StagedCorrection }) =>
      correctProject(project.batchId, project.id, body),
    scope: CORRECTIONS,
    onSuccess: (project) => {
      queries.setQueryData(keyOf(project.batchId, project.id), project);
      void queries.invalidateQueries({ queryKey: ['imports', 'projects'] });
      void queries.invalidateQueries({ queryKey: ['imports', 'upload'] });
    },
  });

  /** Which field is wrong, where the server says so: the form shows it beside that field. */
  const sentenceOf = (error: unknown): string => {
    const issues = error instanceof ApiError ? (error.problem.issues ?? []) : [];
    return issues.length > 0 ? issues.map(({ message }) => message).join(' ') : messageOf(error);
  };

  const correct: Correct = async (correction) => {
    if (!correction.ok) return faultText(correction.error);
    const project = query.data.value;
    if (correction.value === null || !project) return null;
    try {
      await save.mutateAsync({ project, body: correction.value });
      return null;
    } catch (error) {
      return sentenceOf(error);
    }
  };
  const correctIndicator: CorrectIndicator = (correction) => {
    if (!correction.ok || correction.value === null)
      return correct(correction.ok ? { ok: true, value: null } : correction);
    return correct({ ok: true, value: { indicators: [correction.value] } });
  };
  return { ...query, correct, correctIndicator };
}
