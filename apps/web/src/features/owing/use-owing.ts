import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, type Ref, watch } from 'vue';
import { useSessionStore } from '../identity/index.js';
import type { Round } from '../../shared/api/schema.gen.js';
import { fetchOwing, fetchRemindedToday, remindUnits } from './owing.api.js';

/** Who owes what in a round, which of them are chosen to be reminded, and reminding them. */
export function useOwing(round: Readonly<Ref<Round | null>>) {
  const queries = useQueryClient();
  const session = useSessionStore();
  const organisationId = ref('');
  const owingOnly = ref(true);
  const chosen = ref<ReadonlySet<string>>(new Set());
  watch([round, organisationId], () => (chosen.value = new Set()));

  const path = computed(() => ({ year: round.value?.year ?? 0, month: round.value?.month ?? 0 }));
  const hasRound = computed(() => round.value !== null);
  const list = useQuery({
    queryKey: ['lights', 'owing', path, organisationId],
    queryFn: () => fetchOwing(path.value, organisationId.value),
    enabled: hasRound,
    placeholderData: keepPreviousData,
  });
  const rows = computed(() => (list.data.value?.items ?? []).filter(({ owed }) => !owingOnly.value || owed > 0));

  const mayRemind = computed(
    () => round.value?.status === 'open' && (session.can('rounds.manage') || session.can('reports.approve')),
  );
  const reminders = useQuery({
    queryKey: ['reminders', path],
    queryFn: () => fetchRemindedToday(path.value),
    enabled: computed(() => hasRound.value && mayRemind.value),
  });
  const remindedToday = computed(() => new Set(reminders.data.value?.organisationIds ?? []));
  const remindable = computed(() =>
    rows.value.filter((unit) => unit.owed > 0 && !remindedToday.value.has(unit.organisationId)),
  );

  const toggle = (id: string): void => {
    const next = new Set(chosen.value);
    if (!next.delete(id)) next.add(id);
    chosen.value = next;
  };
  const allChosen = computed(
    () => remindable.value.length > 0 && remindable.value.every((unit) => chosen.value.has(unit.organisationId)),
  );
  const toggleAll = (): void => {
    chosen.value = new Set(allChosen.value ? [] : remindable.value.map((unit) => unit.organisationId));
  };

  const remind = useMutation({
    mutationFn: () => remindUnits(path.value, [...chosen.value]),
    onSuccess: () => {
      chosen.value = new Set();
      return queries.invalidateQueries({ queryKey: ['reminders'] });
    },
  });
  watch(chosen, (now) => {
    if (now.size > 0) remind.reset();
  });

  return {
    organisationId,
    owingOnly,
    list,
    rows,
    mayRemind,
    remindedToday,
    chosen,
    toggle,
    allChosen,
    toggleAll,
    remindable,
    remind,
  };
}
