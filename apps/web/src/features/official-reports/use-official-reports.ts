import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import {
  fetchOfficialReports,
  fetchRedraft,
  fetchVersion,
  fetchVersions,
  type ReportFilter,
} from './official-reports.api.js';

/** Everything of this slice that is kept. */
export const KEY = 'official-reports';

export const useReportList = (filter: Ref<ReportFilter>) =>
  useQuery({
    queryKey: [KEY, 'list', filter],
    queryFn: () => fetchOfficialReports(filter.value),
    placeholderData: keepPreviousData,
  });

/** What drafting it anew would change, read each time that it is asked for: figures move on. */
export const useRedraft = (id: string) =>
  useQuery({ queryKey: [KEY, 'redraft', id], queryFn: () => fetchRedraft(id), gcTime: 0, staleTime: 0 });

export const useVersions = (id: Ref<string>, version: Ref<number>) =>
  useQuery({
    queryKey: [KEY, 'versions', id, version],
    queryFn: () => fetchVersions(id.value),
    enabled: computed(() => version.value > 0),
    placeholderData: keepPreviousData,
  });

/** What an earlier version said, which never changes but for its seal. */
export const useVersion = (id: Ref<string>, version: Ref<number | null>) =>
  useQuery({
    queryKey: [KEY, 'version', id, version],
    queryFn: () => fetchVersion(id.value, version.value ?? 0),
    enabled: computed(() => version.value !== null),
  });
