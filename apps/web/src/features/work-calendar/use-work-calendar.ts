import { checkCalendarDays, readCalendarFile, type CalendarDay, type Problem } from '@jixiao/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, watch, type Ref } from 'vue';
import { readTextFile } from './read-text-file.js';
import type { WorkCalendar } from '../../shared/api/schema.gen.js';
import { toggled } from './year-grid.js';
import { fetchWorkCalendar, saveWorkCalendar } from './work-calendar.api.js';

/** The calendar of a year with what is being changed of it. What is not saved is the page's alone. */
export function useWorkCalendar(year: Ref<number>) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['work-calendar', year],
    queryFn: () => fetchWorkCalendar(year.value),
  });
  /** What is being changed, as it was read. */
  const base = ref<WorkCalendar | null>(null);
  const days = ref<readonly CalendarDay[]>([]);
  const source = ref('');
  const reset = (): void => {
    base.value = query.data.value ?? null;
    days.value = base.value?.days ?? [];
    source.value = base.value?.source ?? '';
  };
  const isChanged = computed(
    () =>
      base.value !== null &&
      (source.value !== base.value.source || JSON.stringify(days.value) !== JSON.stringify(base.value.days)),
  );
  // What somebody else has saved meanwhile is met on saving: nothing that was typed goes by itself.
  watch(
    query.data,
    () => {
      if (!isChanged.value || base.value?.year !== year.value) reset();
    },
    { immediate: true },
  );

  const faults = computed(() => checkCalendarDays(year.value, days.value));
  const save = useMutation({
    mutationFn: () =>
      saveWorkCalendar({
        year: year.value,
        body: { source: source.value, days: [...days.value], version: base.value?.version ?? 0 },
      }),
    onSuccess: (saved) => {
      queries.setQueryData(['work-calendar', saved.year], saved);
      reset();
    },
  });
  return {
    query,
    days,
    source,
    faults,
    isChanged,
    save,
    reset,
    mark: (day: CalendarDay): void => {
      days.value = toggled(days.value, day);
    },
    /** Takes the days of a file in place of those of the year. @returns how many, or why not */
    load: async (file: File): Promise<number | Problem> => {
      const read = readCalendarFile(await readTextFile(file));
      if (!read.ok) return read.error;
      const [fault] = checkCalendarDays(year.value, read.value);
      if (fault !== undefined) return fault;
      days.value = [...read.value].sort((a, b) => (a.day < b.day ? -1 : 1));
      return read.value.length;
    },
  };
}
