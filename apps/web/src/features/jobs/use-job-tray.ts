import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import type { JobMessage } from '../../shared/api/events.js';
import { isCode } from '../../shared/api/problem.js';
import type { Job } from '../../shared/api/schema.gen.js';
import { afterMessage, type TrayJob, withMessage, worthShowing } from './job-list.js';
import { fetchJobs, jobKey } from './jobs.api.js';

const TRAY_KEY = ['jobs', 'tray'] as const;
const LENGTH = 20;

/** Somebody who may not list jobs still follows those that events tell of. */
async function fetchTray(): Promise<readonly TrayJob[]> {
  try {
    return (await fetchJobs({ size: LENGTH })).items;
  } catch (error) {
    if (isCode(error, 'forbidden')) return [];
    throw error;
  }
}

/** Jobs for the tray, kept up to date by the server's events. */
export function useJobTray() {
  const { data } = useQuery({ queryKey: TRAY_KEY, queryFn: fetchTray });
  const jobs = computed(() => worthShowing(data.value ?? []));
  return { jobs };
}

/** Brings an event into the tray, and has the jobs page read again when a job ends. */
export function useJobMessages(): (message: JobMessage) => void {
  const queries = useQueryClient();
  return (message) => {
    queries.setQueryData<Job>(jobKey(message.id), (job) => (job ? afterMessage(job, message) : undefined));
    const before = queries.getQueryData<readonly TrayJob[]>(TRAY_KEY) ?? [];
    queries.setQueryData(TRAY_KEY, withMessage(before, message));
    // An event tells neither the error of a failed job nor what a new one is about.
    const isNew = !before.some(({ id }) => id === message.id);
    if (message.status === 'dead' || (isNew && message.total > 1))
      void queries.invalidateQueries({ queryKey: TRAY_KEY });
    if (message.status === 'dead') void queries.invalidateQueries({ queryKey: jobKey(message.id) });
    void queries.invalidateQueries({ queryKey: ['jobs', 'page'] });
  };
}
