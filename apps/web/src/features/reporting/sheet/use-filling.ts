import { computed, nextTick, onBeforeUnmount, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import type { Round } from '../../../shared/api/schema.gen.js';
import { useDates } from '../../../shared/format/use-dates.js';
import { openCells } from './line-view.js';
import type { ReportDraft } from './report-draft.js';
import { useGrid, type Line } from './use-grid.js';
import { useHandingIn } from './use-handing-in.js';
import type { useSheet } from './use-sheet.js';

/** Up to this many projects are shown in full at once; of more, a person first chooses. */
const EXPANDED_AT_FIRST = 10;

/** What of a project is looked at beside its lines. */
export type Panel = 'attachments' | 'history';

/** Working on the sheet: what is shown of it, where the next gap is, and handing in. */
export function useFilling(
  round: Ref<Round | null>,
  sheet: Pick<ReturnType<typeof useSheet>, 'drafts' | 'total' | 'page' | 'refetch'>,
  named: Ref<string | null>,
) {
  const { locale } = useDates();
  const { drafts } = sheet;

  const expanded = shallowRef<ReadonlySet<string>>(new Set());
  const lines = computed<readonly Line[]>(() =>
    (drafts.value ?? []).flatMap((draft) =>
      expanded.value.has(draft.project.id)
        ? draft.rows.value.filter(({ kind }) => kind !== 'project').map((row) => ({ draft, row }))
        : [],
    ),
  );
  const grid = useGrid(lines, locale);

  const show = (projectId: string): void => void (expanded.value = new Set([...expanded.value, projectId]));
  function toggle(projectId: string): void {
    if (!expanded.value.has(projectId)) return show(projectId);
    expanded.value = new Set([...expanded.value].filter((id) => id !== projectId));
  }
  const idsOf = (all: readonly ReportDraft[]): readonly string[] => all.map(({ project }) => project.id);
  const expandAll = (expand: boolean): void => void (expanded.value = new Set(expand ? idsOf(drafts.value ?? []) : []));
  const allExpanded = computed(() => idsOf(drafts.value ?? []).every((id) => expanded.value.has(id)));

  /** The named project wherever it is on the pages; else all of a few projects. */
  function showFirst(all: readonly ReportDraft[]): void {
    const wanted = all.find(({ project }) => project.id === named.value);
    if (wanted) {
      show(wanted.project.id);
      void nextTick(() => document.querySelector(`[data-project="${wanted.project.id}"]`)?.scrollIntoView());
    } else if (named.value && sheet.page.value * all.length < sheet.total.value) sheet.page.value += 1;
    if (all.length <= EXPANDED_AT_FIRST) expandAll(true);
    const first = grid.rows.value.find(({ editable }) => editable.length > 0);
    const [column] = first?.editable ?? [];
    grid.place(first && column ? { row: first.key, column } : null);
  }
  let shown = '';
  watch(
    drafts,
    (all) => {
      const names = all && idsOf(all).join();
      if (!all || !names || names === shown) return;
      shown = names;
      showFirst(all);
    },
    { immediate: true },
  );

  /** To the next cell that is due and blank or cannot be read, after the cursor, and round to the first. */
  async function nextMissing(): Promise<void> {
    const open = (drafts.value ?? []).flatMap((draft) => openCells(draft).map((at) => ({ draft, at })));
    const order = (drafts.value ?? []).flatMap((draft) => draft.rows.value.map(({ key }) => key));
    const here = grid.active.value ? order.indexOf(grid.active.value.row) : -1;
    const next = open.find(({ at }) => order.indexOf(at.row) > here) ?? open[0];
    if (!next) return;
    show(next.draft.project.id);
    await nextTick();
    grid.goTo(next.at);
  }

  // Half a word in a cell of choices counts as typed once the page is left; before anybody asks whether all is saved.
  const beforeAll = { capture: true };
  globalThis.addEventListener('beforeunload', grid.commit, beforeAll);
  onBeforeUnmount(grid.commit);

  const offline = ref(!navigator.onLine);
  const online = (): void => void (offline.value = !navigator.onLine);
  globalThis.addEventListener('online', online);
  globalThis.addEventListener('offline', online);
  onScopeDispose(() => {
    globalThis.removeEventListener('beforeunload', grid.commit, beforeAll);
    globalThis.removeEventListener('online', online);
    globalThis.removeEventListener('offline', online);
  });

  return {
    grid,
    expanded,
    toggle,
    expandAll,
    allExpanded,
    nextMissing,
    handing: useHandingIn(round, drafts, { commit: grid.commit, refetch: sheet.refetch }),
    offline,
  };
}
