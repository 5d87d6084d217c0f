import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import type { Ref } from 'vue';
import { cancelJob } from '../jobs/index.js';
import type { Export } from '../../shared/api/schema.gen.js';
import { deleteExport, fetchExports, requestExport } from './exports.api.js';

const KEY = ['outputs', 'exports'] as const;
/** The jobs' events tell of every step; asking now and then only covers a lost one. */
const ASK_EVERY_MS = 5_000;

export const isUnderWay = ({ state }: Pick<Export, 'state'>): boolean => state === 'queued' || state === 'running';

/** What the reader has had written, newest first. */
export const useExports = (page: Ref<number>, size: number) =>
  useQuery({
    queryKey: [...KEY, page],
    queryFn: () => fetchExports(page.value, size),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? ASK_EVERY_MS : false),
  });

/** Asking for one, calling it off and taking it off the list. */
export function useExportActions() {
  const queries = useQueryClient();
  const readAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: KEY });
  return {
    readAgain,
    request: useMutation({ mutationFn: requestExport, onSettled: readAgain }),
    cancel: useMutation({ mutationFn: cancelJob, onSettled: readAgain }),
    remove: useMutation({ mutationFn: deleteExport, onSettled: readAgain }),
  };
}
