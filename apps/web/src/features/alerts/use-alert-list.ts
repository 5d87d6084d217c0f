import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, shallowRef, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Alert } from '../../shared/api/schema.gen.js';
import { searchOf, type AlertAddress } from './alert-address.js';
import { fetchAlerts } from './alerts.api.js';

export const PAGE_SIZE = 50;

/** The alerts that the address asks for, a page of them, and which are chosen: on this page and on those before. */
export function useAlertList(address: Ref<AlertAddress>) {
  const { locale } = useI18n();
  const search = computed(() => searchOf(address.value));
  const page = computed(() => address.value.page);
  const list = useQuery({
    queryKey: ['lights', 'alerts', 'list', locale, search, page],
    queryFn: () => fetchAlerts(search.value, page.value, PAGE_SIZE),
    placeholderData: keepPreviousData,
  });
  const items = computed<readonly Alert[]>(() => list.data.value?.items ?? []);

  const chosen = shallowRef<ReadonlyMap<string, Alert>>(new Map());
  watch(
    () => JSON.stringify(search.value),
    () => (chosen.value = new Map()),
  );
  // Who decides on what is chosen has the newest version of it before their eyes.
  watch(items, (shown) => {
    const fresh = shown.filter(({ id }) => chosen.value.has(id)).map((alert) => [alert.id, alert] as const);
    if (fresh.length > 0) chosen.value = new Map([...chosen.value, ...fresh]);
  });

  function toggle(alert: Alert): void {
    const next = new Map(chosen.value);
    if (!next.delete(alert.id)) next.set(alert.id, alert);
    chosen.value = next;
  }
  /** All of this page, or none of it. */
  function choosePage(all: boolean): void {
    const next = new Map(chosen.value);
    for (const alert of items.value) {
      if (all) next.set(alert.id, alert);
      else next.delete(alert.id);
    }
    chosen.value = next;
  }
  /** Lets go of all but these. */
  const keepChosen = (ids: ReadonlySet<string>): void => {
    chosen.value = new Map([...chosen.value].filter(([id]) => ids.has(id)));
  };
  const pageChosen = computed(() => items.value.length > 0 && items.value.every(({ id }) => chosen.value.has(id)));
  return { list, items, search, chosen, pageChosen, toggle, choosePage, keepChosen };
}
