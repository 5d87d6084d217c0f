import type { RulePack } from '@jixiao/domain';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, effectScope, onScopeDispose, ref, type Ref, shallowRef, watch, type EffectScope } from 'vue';
import { useSessionStore } from '../../identity/index.js';
import { onLightsChanged } from '../../../shared/api/live-lights.js';
import type { Report, Round, SheetPage } from '../../../shared/api/schema.gen.js';
import { useDates } from '../../../shared/format/use-dates.js';
import { draftKeeper, sweepDrafts } from '../draft-keeper.js';
import { chinaToday, mayEdit } from '../may-edit.js';
import { fetchReport, saveReport } from '../report.api.js';
import { roundForUnit } from '../round-for-unit.js';
import { ownSave } from './own-save.js';
import { createReportDraft, type ReportDraft } from './report-draft.js';
import { fetchSheet } from './sheet.api.js';

/** Lights that change right after a save of this page are about that very save. */
const OWN_ECHO_MS = 5_000;

/** The answer of the round before may still be there when the round has changed. */
const isOf = ({ year, month }: Report, round: Round): boolean => year === round.year && month === round.month;

interface Held {
  readonly draft: ReportDraft;
  readonly scope: EffectScope;
  /** State of the round and version of the targets that the draft was made for. */
  readonly edition: string;
}

/** Drafts of pages that were left before all was saved, still trying to save it, until the report is opened again. */
const leaving = new Map<string, Held>();

/** The drafts of one page of the sheet, kept up with the server; what is unsaved is saved before a draft is let go. */
export function useSheet(round: Ref<Round | null>, rulePack: Ref<RulePack | null>) {
  const queries = useQueryClient();
  const session = useSessionStore();
  const { locale } = useDates();
  const owner = session.me?.username ?? '';
  /** A session that has ended takes nothing out of one's hands: what is typed is kept for when it begins again. */
  const mayWrite = computed<boolean>((before) => (session.me ? session.can('reports.write') : (before ?? false)));
  const saveOwn = ownSave(owner, () => session.me?.username, saveReport);
  sweepDrafts(localStorage);
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

  const nameOf = (at: Round, projectId: string): string => `${at.year}-${at.month}-${projectId}`;

  function draftOf(at: Round, pack: RulePack, item: SheetPage['items'][number]): ReportDraft {
    const { project, report, attachments } = item;
    const name = nameOf(at, project.id);
    const edition = `${at.status}-${project.targetVersion}`;
    const present = held.get(name);
    if (present?.edition === edition) {
      present.draft.offer(report);
      present.draft.attachments.value = attachments;
      return present.draft;
    }
    for (const before of [present, leaving.get(name)]) {
      before?.draft.end();
      before?.scope.stop();
    }
    leaving.delete(name);
    const key = { year: at.year, month: at.month, id: project.id };
    const scope = effectScope(true);
    const draft = scope.run(() =>
      createReportDraft({
        key,
        project,
        round: roundForUnit(at, report),
        rulePack: pack,
        report,
        attachments,
        keeper: draftKeeper(localStorage, owner, key),
        scopeOf: (latest) => mayEdit(latest, mayWrite.value, chinaToday()),
        locale: () => locale.value,
        fetch: fetchReport,
        save: saveOwn,
        reread: () => void query.refetch(),
      }),
    );
    if (!draft) throw new Error('The scope of a draft has ended before it began');
    held.set(name, { draft, scope, edition });
    return draft;
  }

  async function letGo(name: string, one: Held): Promise<void> {
    held.delete(name);
    leaving.set(name, one);
    const { draft, scope } = one;
    const isSaved = !draft.editable.value || draft.inConflict.value || (await draft.flush());
    scope.stop();
    if (isSaved && leaving.get(name) === one) leaving.delete(name);
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

  const isOwnEcho = ({ savedAt }: ReportDraft): boolean =>
    savedAt.value !== null && Date.now() - savedAt.value.getTime() < OWN_ECHO_MS;
  /** Somebody else's save shows by itself in the lines without input of one's own, and so do other targets. */
  const stopListening = onLightsChanged(({ year, month, projectIds }) => {
    if (round.value?.year !== year || round.value.month !== month) return;
    const changed = new Set(projectIds);
    const isShown = [...held.values()].some(({ draft }) => changed.has(draft.project.id) && !isOwnEcho(draft));
    if (projectIds.length === 0 || isShown) void query.refetch();
  });

  const isUnsaved = ({ saveState }: ReportDraft): boolean => saveState.value !== 'saved';
  const unsaved = computed(() => (drafts.value ?? []).filter(isUnsaved).length);
  const flushAll = (): Promise<boolean[]> =>
    Promise.all([...held.values()].filter(({ draft }) => isUnsaved(draft)).map(({ draft }) => draft.flush()));

  const warn = (event: BeforeUnloadEvent): void => {
    const all = [...held.values()].map(({ draft }) => draft);
    if (all.some((draft) => isUnsaved(draft) || draft.inConflict.value || !draft.isKept.value)) event.preventDefault();
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

  /** A sheet that could not be read again stays as it is. */
  const error = computed(() => (query.data.value ? null : query.error.value));
  return { drafts, total, page, search, unsaved, flushAll, error, refetch: query.refetch };
}
