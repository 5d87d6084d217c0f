import type { RulePack } from '@jixiao/domain';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, effectScope, onScopeDispose, ref, type Ref, shallowRef, watch, type EffectScope } from 'vue';
import { useSessionStore } from '../../identity/index.js';
import { onLightsChanged } from '../../../shared/api/live-lights.js';
import type { Report, Round, SheetPage } from '../../../shared/api/schema.gen.js';
import { draftKeeper } from '../draft-keeper.js';
import { chinaToday, mayEdit } from '../may-edit.js';
import { fetchReport, saveReport } from '../report.api.js';
import { roundForUnit } from '../round-for-unit.js';
import { createReportDraft, type ReportDraft } from './report-draft.js';
import { fetchSheet } from './sheet.api.js';

/** Lights that change right after a save of this page are about that very save. */
const OWN_ECHO_MS = 5_000;

/** The answer of the round before may still be there when the round has changed. */
const isOf = ({ year, month }: Report, round: Round): boolean => year === round.year && month === round.month;

interface Held {
  readonly draft: ReportDraft;
  readonly scope: EffectScope;
}

/** The drafts of one page of the sheet, kept up with the server; what is unsaved is saved before a draft is let go. */
export function useSheet(round: Ref<Round | null>, rulePack: Ref<RulePack | null>) {
  const queries = useQueryClient();
  const session = useSessionStore();
  const page = ref(1);
  const search = ref('');
  const wishes = computed(() => ({
    year: round.value?.year ?? 0,
    month: round.value?.month ?? 0,
    page: page.value,
    search: search.value,
  }));
  const query = useQuery({
    queryKey: ['sheet', wishes],
    queryFn: () => fetchSheet(wishes.value),
    enabled: computed(() => round.value !== null),
    staleTime: 0,
    gcTime: 0,
  });

  const held = new Map<string, Held>();
  const drafts = shallowRef<readonly ReportDraft[] | null>(null);
  const total = ref(0);

  const nameOf = (at: Round, projectId: string): string => `${at.year}-${at.month}-${at.status}-${projectId}`;

  function draftOf(at: Round, pack: RulePack, item: SheetPage['items'][number]): ReportDraft {
    const name = nameOf(at, item.project.id);
    const present = held.get(name);
    if (present) {
      present.draft.offer(item.report);
      present.draft.attachments.value = item.attachments;
      return present.draft;
    }
    const key = { year: at.year, month: at.month, id: item.project.id };
    const scope = effectScope(true);
    const ownRound = roundForUnit(at, item.report);
    const draft = scope.run(() =>
      createReportDraft({
        key,
        project: item.project,
        round: ownRound,
        rulePack: pack,
        report: item.report,
        attachments: item.attachments,
        keeper: draftKeeper(localStorage, session.me?.username ?? '', key),
        scopeOf: (report) => mayEdit(report, session.can('reports.write'), chinaToday()),
        fetch: fetchReport,
        save: saveReport,
      }),
    );
    if (!draft) throw new Error('The scope of a draft has ended before it began');
    held.set(name, { draft, scope });
    return draft;
  }

  async function letGo(name: string, { draft, scope }: Held): Promise<void> {
    held.delete(name);
    if (draft.editable.value && !draft.inConflict.value) await draft.flush();
    scope.stop();
  }

  watch(
    [query.data, round, rulePack],
    ([data, at, pack]) => {
      if (!data || !at || !pack || !data.items.every(({ report }) => isOf(report, at))) return;
      drafts.value = data.items.map((item) => draftOf(at, pack, item));
      total.value = data.total;
      const shown = new Set(data.items.map(({ project }) => nameOf(at, project.id)));
      for (const [name, one] of held) if (!shown.has(name)) void letGo(name, one);
    },
    { immediate: true },
  );
  /** Not the round itself: it is read again and again, and is another object each time. */
  const roundName = computed(() => `${round.value?.year}-${round.value?.month}`);
  watch([roundName, search], () => (page.value = 1));
  watch(roundName, () => (drafts.value = null));

  /** Somebody else's save shows by itself in the lines without input of one's own. */
  function refresh(draft: ReportDraft): void {
    const saved = draft.savedAt.value;
    if (saved && Date.now() - saved.getTime() < OWN_ECHO_MS) return;
    void fetchReport(draft.key).then(draft.offer, () => undefined);
  }
  const stopListening = onLightsChanged(({ year, month, projectIds }) => {
    if (round.value?.year !== year || round.value.month !== month) return;
    if (projectIds.length === 0) return void query.refetch();
    const changed = new Set(projectIds);
    for (const { draft } of held.values()) if (changed.has(draft.project.id)) refresh(draft);
  });

  const isUnsaved = ({ saveState }: ReportDraft): boolean => saveState.value !== 'saved';
  const unsaved = computed(() => (drafts.value ?? []).filter(isUnsaved).length);
  const flushAll = (): Promise<boolean[]> =>
    Promise.all([...held.values()].filter(({ draft }) => isUnsaved(draft)).map(({ draft }) => draft.flush()));

  const warn = (event: BeforeUnloadEvent): void => {
    if ([...held.values()].some(({ draft }) => isUnsaved(draft) || draft.inConflict.value)) event.preventDefault();
  };
  const onOnline = (): void => void flushAll();
  globalThis.addEventListener('beforeunload', warn);
  globalThis.addEventListener('online', onOnline);

  onScopeDispose(() => {
    globalThis.removeEventListener('beforeunload', warn);
    globalThis.removeEventListener('online', onOnline);
    stopListening();
    for (const [name, one] of held) void letGo(name, one);
    void queries.invalidateQueries({ queryKey: ['lights'] });
  });

  return { drafts, total, page, search, unsaved, flushAll, error: query.error, refetch: query.refetch };
}
