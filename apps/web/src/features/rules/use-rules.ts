import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { packGroups, type ListedPack } from './pack-list.js';
import { fetchPresets, fetchVersions } from './rules.api.js';

/** All rule packs with what they are used for. */
export function useRules() {
  const { locale } = useI18n();
  const queries = useQueryClient();
  const versions = useQuery({ queryKey: ['rules', 'versions'], queryFn: fetchVersions });
  const presets = useQuery({ queryKey: ['rules', 'presets', locale], queryFn: fetchPresets });
  const groups = computed(() => {
    const [published, offered] = [versions.data.value, presets.data.value];
    return published && offered ? packGroups(published.items, offered.items) : null;
  });
  const find = (ref: string): ListedPack | null =>
    groups.value?.flatMap((group) => group.versions).find((pack) => pack.ref === ref) ?? null;
  return {
    groups,
    find,
    error: computed(() => versions.error.value ?? presets.error.value),
    readAgain: () => Promise.all([versions.refetch(), presets.refetch()]),
    /** After something was published or chosen: wherever packs, years or rounds are shown. */
    changed: async (): Promise<void> => {
      const keys = [['rules'], ['rule-packs'], ['fiscal-years'], ['rounds']];
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  };
}

export const titleIn = (title: { readonly zh: string; readonly en: string }, locale: string): string =>
  locale === 'en' ? title.en : title.zh;
