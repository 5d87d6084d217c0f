import { computed, ref, watch } from 'vue';
import { useSessionStore } from '../identity/index.js';
import type { ListedPack } from './pack-list.js';
import { ruleDraftKeeper, type RuleDraft } from './rule-draft.js';
import { formOf, readForm } from './rule-form.js';

/** The rules that the person is changing. They are kept in the browser until they are published or given up. */
export function useRuleDraft() {
  const session = useSessionStore();
  const keeper = ruleDraftKeeper(localStorage, session.me?.username ?? '');
  const kept = keeper.kept();
  const draft = ref<RuleDraft | null>(kept);
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
  return {
    draft,
    isOld,
    faults: computed(() => read.value?.faults ?? new Map()),
    /** What is typed as a rule pack; null where there is no draft, or one with faults. */
    content: computed(() => (read.value !== null && read.value.faults.size === 0 ? read.value.content : null)),
    begin: ({ ref: from, content }: ListedPack, isCopy: boolean): void => {
      isOld.value = false;
      draft.value = { from, isCopy, form: formOf(content, isCopy ? '' : content.id) };
    },
    end: (): void => {
      keeper.drop();
      draft.value = null;
    },
  };
}
