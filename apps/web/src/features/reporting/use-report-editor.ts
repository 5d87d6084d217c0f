import { lastDayOf, treasuryDifference, type RulePack } from '@jixiao/domain';
import { useQueryClient } from '@tanstack/vue-query';
import { computed, nextTick, onBeforeUnmount, reactive, ref, shallowRef, watch } from 'vue';
import { useSessionStore } from '../identity/index.js';
import { retryDelay } from '../../shared/api/events.js';
import { isCode, isTransient } from '../../shared/api/problem.js';
import type { ProjectDetail, Report, Round } from '../../shared/api/schema.gen.js';
import { createAutosave } from './autosave.js';
import { draftKeeper } from './draft-keeper.js';
import { isUnexplained, liveAssessment, missingCount, reportedIn } from './live-light.js';
import { chinaToday, mayEdit, reaches } from './may-edit.js';
import { formOf, readForm, type ReportForm } from './report-form.js';
import { fetchReport, type ReportKey, saveReport, submitReport, withdrawReport } from './report.api.js';

const PAUSE_MS = 800;

/** What the editor is about; it lives as long as the component that shows this one report. */
export interface EditorContext {
  readonly round: Round;
  readonly project: ProjectDetail;
  readonly rulePack: RulePack;
  readonly report: Report;
}

/** How the kept input of an earlier visit was met: restored, or in the way of what has been stored since. */
export type Restored = 'no' | 'restored' | 'outdated';

/** The form of one report: read, judged as one types, saved by itself, and never lost. */
export function useReportEditor(context: EditorContext) {
  const { round, project, rulePack } = context;
  const key: ReportKey = { year: round.year, month: round.month, id: project.id };
  const queries = useQueryClient();
  const session = useSessionStore();
  const keeper = draftKeeper(localStorage, session.me?.username ?? '', key);
  const lastDay = lastDayOf(round);

  const stored = shallowRef(context.report);
  const form = reactive<ReportForm>(formOf(context.report, project.indicators));
  const conflict = ref(false);
  const refusal = ref<unknown>(null);
  const restored = ref<Restored>('no');
  const savedAt = ref<Date | null>(null);
  const busy = ref(false);

  const scope = computed(() => mayEdit(stored.value, session.can('reports.write'), chinaToday()));
  const editable = computed(() => scope.value.kind !== 'none');
  const read = computed(() => readForm(form, stored.value, project.indicators, lastDay));
  const treasury = computed(() => stored.value.treasury);
  const assessment = computed(() => liveAssessment(project, round, rulePack, read.value.input, treasury.value));
  const difference = computed(() => treasuryDifference(reportedIn(read.value.input), treasury.value));
  const unexplained = computed(() => isUnexplained(read.value.input, treasury.value));
  const missing = computed(() => missingCount(assessment.value) + (unexplained.value ? 1 : 0));

  function accept(report: Report): void {
    stored.value = report;
    queries.setQueryData(['report', key.year, key.month, key.id], report);
  }

  const autosave = createAutosave({
    save: async () => {
      accept(await saveReport(key, read.value.input));
      savedAt.value = new Date();
      refusal.value = null;
      if (Object.keys(read.value.faults).length === 0) keeper.drop();
    },
    isTransient,
    onRefused: (error) => {
      refusal.value = error;
      conflict.value = isCode(error, 'report-changed');
    },
    pauseMs: PAUSE_MS,
    retryMs: retryDelay,
  });

  /** True while the program fills the form: that is not typing. */
  let filling = false;
  /** Fills the form from a stored report; what stood in it is gone. */
  function fillFrom(report: Report): void {
    filling = true;
    Object.assign(form, formOf(report, project.indicators));
    stored.value = report;
    void nextTick(() => {
      filling = false;
    });
  }

  watch(
    form,
    () => {
      if (filling || !editable.value) return;
      keeper.keep({ form, version: stored.value.version });
      if (!conflict.value) autosave.touch();
    },
    { deep: true },
  );

  function restoreKept(): void {
    const kept = keeper.kept();
    if (!kept || !editable.value) return;
    restored.value = kept.version === stored.value.version ? 'restored' : 'outdated';
    if (restored.value === 'restored') Object.assign(form, kept.form);
  }
  restoreKept();

  /** Takes up the input kept from an earlier visit although the report has been saved since. */
  function useKept(): void {
    const kept = keeper.kept();
    if (kept) Object.assign(form, kept.form);
    restored.value = 'no';
  }
  function dropKept(): void {
    keeper.drop();
    restored.value = 'no';
  }

  async function resolveConflict(keepMine: boolean): Promise<void> {
    const latest = await fetchReport(key);
    autosave.reset();
    conflict.value = false;
    refusal.value = null;
    if (!keepMine) {
      fillFrom(latest);
      accept(latest);
      keeper.drop();
      return;
    }
    accept(latest);
    autosave.touch();
    await autosave.flush();
  }

  async function changeState(step: (key: ReportKey, version: number) => Promise<Report>): Promise<void> {
    busy.value = true;
    try {
      if (!(await autosave.flush())) return;
      accept(await step(key, stored.value.version));
      refusal.value = null;
      void queries.invalidateQueries({ queryKey: ['lights'] });
    } catch (error) {
      refusal.value = error;
    } finally {
      busy.value = false;
    }
  }

  /** Somebody else's save shows up by itself while nothing here is unsaved. */
  function offer(report: Report): void {
    if (autosave.state.value !== 'saved' || conflict.value) return;
    // The same version again may carry its remarks in another language, or another state of the round.
    if (report.version === stored.value.version) stored.value = report;
    else fillFrom(report);
  }

  onBeforeUnmount(() => {
    if (editable.value && !conflict.value) void autosave.flush();
  });

  return {
    form,
    stored,
    editable,
    /** Whether an indicator may be edited; with null, what is reported of the project as a whole. */
    allows: (indicatorId: string | null): boolean => reaches(scope.value, indicatorId),
    faults: computed(() => read.value.faults),
    input: computed(() => read.value.input),
    assessment,
    difference,
    unexplained,
    missing,
    saveState: autosave.state,
    savedAt,
    conflict,
    refusal,
    restored,
    busy,
    offer,
    useKept,
    dropKept,
    resolveConflict,
    submit: () => changeState(submitReport),
    withdraw: () => changeState(withdrawReport),
  };
}

export type ReportEditor = ReturnType<typeof useReportEditor>;
