import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import type { BrowserDraft } from '../browser-draft.js';

/** A published version of a set of rules of which there is one for the county. */
export interface RuleVersion<Content> {
  readonly ref: string;
  readonly version: number;
  readonly content: Content;
  /** Null where nobody published it: the preset. */
  readonly publishedByName: string | null;
  readonly publishedAt: string | null;
  readonly note: string | null;
}

/** Rules that somebody is changing and has not published. */
export interface RuleDraftOf<Form> {
  /** The newest version when it was begun: what it is to follow. */
  readonly basedOn: string;
  readonly form: Form;
}

/** A fault of a field, by its path. */
export interface RuleFault {
  readonly path: string;
  readonly code: string;
}

interface Kind<Content, Form, Fault extends RuleFault, Version extends RuleVersion<Content>> {
  /** Under which the versions are kept. */
  readonly key: string;
  readonly fetch: () => Promise<{ readonly items: readonly Version[] }>;
  readonly keeper: BrowserDraft<RuleDraftOf<Form>>;
  readonly formOf: (content: Content) => Form;
  readonly readForm: (form: Form) => { readonly content: Content; readonly faults: ReadonlyMap<string, Fault> };
}

/** The versions of a set of rules, the one that is looked at, and the draft that the person is changing. */
export function useVersionedRules<
  Content,
  Form,
  Fault extends RuleFault,
  Version extends RuleVersion<Content> = RuleVersion<Content>,
>(kind: Kind<Content, Form, Fault, Version>) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey: [kind.key, 'versions'], queryFn: kind.fetch });
  const versions = computed(() => data.value?.items ?? null);
  const newest = computed(() => versions.value?.[0] ?? null);
  const chosen = ref<string | null>(null);
  const shown = computed(() => versions.value?.find(({ ref: one }) => one === chosen.value) ?? newest.value);

  const kept = kind.keeper.kept();
  const draft = ref(kept) as Ref<RuleDraftOf<Form> | null>;
  /** It was found from an earlier visit. */
  const isOld = shallowRef(kept !== null);
  watch(
    draft,
    (now) => {
      if (now !== null) kind.keeper.keep(now);
    },
    { deep: true },
  );
  const read = computed(() => (draft.value === null ? null : kind.readForm(draft.value.form)));
  const end = (): void => {
    kind.keeper.drop();
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
    faults: computed<ReadonlyMap<string, Fault>>(() => read.value?.faults ?? new Map<string, Fault>()),
    /** What is typed; null where there is no draft, or one with faults. */
    content: computed(() => (read.value !== null && read.value.faults.size === 0 ? read.value.content : null)),
    /** Somebody has published another version since the draft was begun. */
    isOutdated: computed(
      () => draft.value !== null && newest.value !== null && draft.value.basedOn !== newest.value.ref,
    ),
    begin: ({ content }: { readonly content: Content }): void => {
      isOld.value = false;
      draft.value = { basedOn: newest.value?.ref ?? '', form: kind.formOf(content) };
    },
    /** After the person has looked at what somebody else has published. */
    rebase: (): void => {
      if (draft.value !== null && newest.value !== null) draft.value = { ...draft.value, basedOn: newest.value.ref };
    },
    end,
    published: async (published: string): Promise<void> => {
      end();
      await queries.invalidateQueries({ queryKey: [kind.key] });
      chosen.value = published;
    },
  };
}
export type VersionedRules<Content, Form, Fault extends RuleFault> = ReturnType<
  typeof useVersionedRules<Content, Form, Fault>
>;
