import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, watch } from 'vue';
import { useSessionStore } from '../identity/index.js';
import { alertDraftKeeper, type AlertRuleDraft } from './alert-draft.js';
import { formOf, readForm } from './alert-rule-form.js';
import { fetchVersions, type AlertRuleVersion } from './alert-rules.api.js';

/** The versions of the alert rules, the one that is looked at, and the draft that the person is changing. */
export function useAlertRules() {
  const session = useSessionStore();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey: ['alert-rules', 'versions'], queryFn: fetchVersions });
  const versions = computed(() => data.value?.items ?? null);
  const newest = computed(() => versions.value?.[0] ?? null);
  const chosen = ref<string | null>(null);
  const shown = computed(() => versions.value?.find(({ ref: one }) => one === chosen.value) ?? newest.value);

  const keeper = alertDraftKeeper(localStorage, session.me?.username ?? '');
  const kept = keeper.kept();
  const draft = ref<AlertRuleDraft | null>(kept);
  /** It was found from an earlier visit. */
  const isOld = ref(kept !== null);
  watch(
    draft,
    (now) => {
      if (now !== null) keeper.keep(now);
    },
    { deep: true },
  );
  const read = computed(() => (draft.value === null ? null : readForm(draft.value.form)));
  const end = (): void => {
    keeper.drop();
    draft.value = null;
  };
  return {
    versions,
    newest,
    chosen,
    shown,
    error,
    readAgain: refetch,
    draft,
    isOld,
    faults: computed(() => read.value?.faults ?? new Map()),
    /** What is typed; null where there is no draft, or one with faults. */
    content: computed(() => (read.value !== null && read.value.faults.size === 0 ? read.value.content : null)),
    /** Somebody has published another version since the draft was begun. */
    isOutdated: computed(
      () => draft.value !== null && newest.value !== null && draft.value.basedOn !== newest.value.ref,
    ),
    begin: ({ content }: AlertRuleVersion): void => {
      isOld.value = false;
      draft.value = { basedOn: newest.value?.ref ?? '', form: formOf(content) };
    },
    /** After the person has looked at what somebody else has published. */
    rebase: (): void => {
      if (draft.value !== null && newest.value !== null) draft.value = { ...draft.value, basedOn: newest.value.ref };
    },
    end,
    published: async (ref: string): Promise<void> => {
      end();
      await queries.invalidateQueries({ queryKey: ['alert-rules'] });
      chosen.value = ref;
    },
  };
}
export type AlertRulesInUse = ReturnType<typeof useAlertRules>;
