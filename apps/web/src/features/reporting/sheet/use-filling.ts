import { useQueryClient } from '@tanstack/vue-query';
import { computed, nextTick, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSessionStore } from '../../identity/index.js';
import type { Round } from '../../../shared/api/schema.gen.js';
import { useDates } from '../../../shared/format/use-dates.js';
import { notify } from '../../../shared/ui/notify.js';
import { submitReport, withdrawReport } from '../report.api.js';
import { openCells } from './line-view.js';
import type { ReportDraft } from './report-draft.js';
import { mayStep } from './report-rights.js';
import { useGrid, type Line } from './use-grid.js';
import type { useSheet } from './use-sheet.js';

/** Up to this many projects are shown in full at once; of more, a person first chooses. */
const EXPANDED_AT_FIRST = 10;

/** Working on the sheet: what is shown of it, where the next gap is, and handing in. */
export function useFilling(
  round: Ref<Round | null>,
  sheet: Pick<ReturnType<typeof useSheet>, 'drafts' | 'total' | 'page'>,
  named: Ref<string | null>,
) {
  const { t } = useI18n();
  const { locale } = useDates();
  const session = useSessionStore();
  const queries = useQueryClient();
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
    const [first] = lines.value;
    grid.place(first?.draft.editable.value ? { row: first.row.key, column: 'value' } : null);
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

  const may = (draft: ReportDraft, step: 'submit' | 'withdraw'): boolean =>
    round.value !== null && mayStep(round.value, draft.stored.value, step, session.can);
  const maySubmit = (draft: ReportDraft): boolean => may(draft, 'submit');
  const mayWithdraw = (draft: ReportDraft): boolean => may(draft, 'withdraw');
  const isComplete = (draft: ReportDraft): boolean =>
    maySubmit(draft) &&
    !draft.project.personnel &&
    draft.missing.value + draft.faultCount.value === 0 &&
    !draft.inConflict.value;
  const complete = computed(() => (drafts.value ?? []).filter(isComplete));
  const submitting = ref(false);

  async function step(draft: ReportDraft, take: typeof submitReport): Promise<boolean> {
    grid.commit();
    const done = await draft.step(take);
    if (done) void queries.invalidateQueries({ queryKey: ['lights'] });
    return done;
  }
  const submit = (draft: ReportDraft): Promise<boolean> => step(draft, submitReport);
  const withdraw = (draft: ReportDraft): Promise<boolean> => step(draft, withdrawReport);

  /** Each on its own: one that is refused keeps none of the others back. */
  async function submitComplete(): Promise<void> {
    submitting.value = true;
    let done = 0;
    for (const draft of complete.value) if (await submit(draft)) done += 1;
    submitting.value = false;
    notify('success', t('sheet.submitted', { n: done }, done));
  }

  const offline = ref(!navigator.onLine);
  const online = (): void => void (offline.value = !navigator.onLine);
  globalThis.addEventListener('online', online);
  globalThis.addEventListener('offline', online);
  onScopeDispose(() => {
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
    maySubmit,
    mayWithdraw,
    complete,
    submitting,
    submit,
    withdraw,
    submitComplete,
    offline,
  };
}
