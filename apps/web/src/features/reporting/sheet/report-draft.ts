import { lastDayOf, treasuryDifference, type ExplainLocale, type RulePack } from '@jixiao/domain';
import { computed, reactive, ref, shallowRef } from 'vue';
import { retryDelay } from '../../../shared/api/events.js';
import { isCode, isTransient } from '../../../shared/api/problem.js';
import type { ProjectDetail, Report, Round } from '../../../shared/api/schema.gen.js';
import { createAutosave } from '../autosave.js';
import type { draftKeeper, Unread } from '../draft-keeper.js';
import { adviceIn, gapsIn, isUnexplained, liveAssessment, reportedIn } from '../live-light.js';
import { chinaToday, isWritable, reaches, reopenedIndicator, type EditScope } from '../may-edit.js';
import { mergeReports, takeField, type MergeField } from '../merge-report.js';
import { formOf, readForm, type ReportForm } from '../report-form.js';
import type { ReportKey } from '../report.api.js';
import { cellText, formCell, putCell } from './cells.js';
import { remarksByLine } from './report-remarks.js';
import { rowsOf, type Column, type SheetRow } from './sheet-rows.js';

const PAUSE_MS = 800;

/** What a draft is about, and its ways to the server and to the browser's memory. */
export interface DraftContext {
  readonly key: ReportKey;
  readonly project: ProjectDetail;
  readonly round: Round;
  readonly rulePack: RulePack;
  readonly report: Report;
  /** Files given as evidence when the sheet was read. */
  readonly attachments: number;
  readonly keeper: ReturnType<typeof draftKeeper>;
  readonly scopeOf: (report: Report) => EditScope;
  readonly fetch: (key: ReportKey) => Promise<Report>;
  readonly save: (key: ReportKey, input: ReturnType<typeof readForm>['input']) => Promise<Report>;
}

/** Another person's save that met input of mine. */
export interface Met {
  readonly by: string | null;
  readonly at: string | null;
  /** Fields taken over from them. */
  readonly taken: number;
  /** Fields for me to choose; nothing is saved before. */
  readonly conflicts: readonly MergeField[];
  readonly theirs: ReportForm;
}

/**
 * The form of one project on the sheet: judged as one types, saved by itself, kept in the browser until it is, and brought
 * together field by field with what somebody else saved in between.
 */
export function createReportDraft(context: DraftContext) {
  const { key, project, round, rulePack, keeper } = context;
  const lastDay = lastDayOf(round);
  const stored = shallowRef(context.report);
  const form = reactive<ReportForm>(formOf(context.report, project.indicators));
  /** Texts that their cell cannot hold, by cell: shown there until they are mended, and sent nowhere. */
  const unread = reactive<Record<string, Unread>>({});
  const met = shallowRef<Met | null>(null);
  const refusal = shallowRef<unknown>(null);
  const savedAt = shallowRef<Date | null>(null);
  const busy = ref(false);
  const restored = ref(false);
  const attachments = ref(context.attachments);

  const scope = computed(() => context.scopeOf(stored.value));
  const editable = computed(() => scope.value.kind !== 'none');
  const read = computed(() => readForm(form, stored.value, project.indicators, lastDay));
  const input = computed(() => read.value.input);
  const treasury = computed(() => stored.value.treasury);
  const assessment = computed(() => liveAssessment(project, round, rulePack, input.value, treasury.value));
  /** The one indicator that was reopened, where it is only one. */
  const only = computed(() => reopenedIndicator(stored.value));
  const gaps = computed(() => gapsIn(assessment.value, input.value, rulePack, only.value));
  const remarks = computed(() => remarksByLine(gaps.value, adviceIn(assessment.value, input.value, rulePack)));
  const difference = computed(() => treasuryDifference(reportedIn(input.value), treasury.value));
  const unexplained = computed(() => only.value === null && isUnexplained(input.value, treasury.value));
  const missing = computed(() => gaps.value.length + (unexplained.value ? 1 : 0));
  const faultCount = computed(() => Object.keys(read.value.faults).length + Object.keys(unread).length);
  const rows = computed(() => rowsOf(project, treasury.value !== null));
  const inConflict = computed(() => (met.value?.conflicts.length ?? 0) > 0);

  const autosave = createAutosave({
    save: async () => {
      stored.value = await context.save(key, input.value);
      savedAt.value = new Date();
      refusal.value = null;
      if (faultCount.value === 0) keeper.drop();
    },
    isTransient,
    onRefused: (error) => {
      refusal.value = error;
      if (isCode(error, 'report-changed')) void meetTheirs();
    },
    pauseMs: PAUSE_MS,
    retryMs: retryDelay,
  });

  const keep = (): boolean =>
    keeper.keep({ form, base: formOf(stored.value, project.indicators), version: stored.value.version, unread });

  function changed(): void {
    keep();
    if (!inConflict.value) autosave.touch();
  }

  /** Somebody has saved since: takes what they alone changed, and asks where both did. */
  async function meetTheirs(): Promise<void> {
    try {
      bringTogether(formOf(stored.value, project.indicators), await context.fetch(key));
    } catch (error) {
      if (isTransient(error)) autosave.touch();
      else refusal.value = error;
    }
  }

  function bringTogether(base: ReportForm, latest: Report): void {
    const theirs = formOf(latest, project.indicators);
    const { form: merged, conflicts, taken } = mergeReports(base, form, theirs);
    Object.assign(form, merged);
    autosave.reset();
    stored.value = latest;
    refusal.value = null;
    met.value = { by: latest.updatedByName, at: latest.updatedAt, taken, conflicts, theirs };
    changed();
  }

  /** Chooses for one field that both have changed; once all are chosen, the result is saved. */
  function choose(field: MergeField, whose: 'mine' | 'theirs'): void {
    const current = met.value;
    if (!current) return;
    if (whose === 'theirs') takeField(form, current.theirs, field);
    met.value = { ...current, conflicts: current.conflicts.filter((one) => one !== field) };
    changed();
  }

  function restoreKept(): void {
    const kept = keeper.kept();
    if (!kept || !editable.value) return;
    restored.value = true;
    Object.assign(form, kept.form);
    Object.assign(unread, kept.unread);
    if (kept.version === stored.value.version) autosave.touch();
    else bringTogether(kept.base, stored.value);
  }

  /** A newer state of the report, read for whatever reason; input of mine that is not saved yet stays untouched. */
  function offer(report: Report): void {
    if (autosave.state.value !== 'saved' || inConflict.value || report.version < stored.value.version) return;
    // The same version again may carry its remarks in another language, or another state of the round.
    if (report.version > stored.value.version) Object.assign(form, formOf(report, project.indicators));
    stored.value = report;
  }

  /** Takes a step that the server does; what is unsaved is saved before. */
  async function step(take: (key: ReportKey, version: number) => Promise<Report>): Promise<boolean> {
    // What is handed in would be the other person's.
    if (inConflict.value) return false;
    busy.value = true;
    try {
      if (!(await autosave.flush())) return false;
      stored.value = await take(key, stored.value.version);
      refusal.value = null;
      return true;
    } catch (error) {
      refusal.value = error;
      if (isCode(error, 'report-changed')) await meetTheirs();
      return false;
    } finally {
      busy.value = false;
    }
  }

  /** Whether the report was open again and is no more, the day having passed. */
  const isExpired = computed(() => stored.value.reopening !== null && !isWritable(stored.value, chinaToday()));
  /** Whether the line may be written: of a reopened report perhaps that of one indicator alone. */
  const isOpen = (row: SheetRow): boolean =>
    reaches(scope.value, row.indicator === null ? null : (project.indicators[row.indicator]?.id ?? null));
  const cellOf = (row: SheetRow, column: Column) => formCell(row, column, project.indicators);
  const textOf = (row: SheetRow, column: Column, locale: ExplainLocale): string =>
    unread[cellKey(row, column)]?.text ?? cellText(form, cellOf(row, column), locale);

  /** @returns whether the text could be taken; where not, it stays at its cell */
  function put(row: SheetRow, column: Column, text: string): boolean {
    const fault = putCell(form, cellOf(row, column), text);
    if (fault === null) Reflect.deleteProperty(unread, cellKey(row, column));
    else unread[cellKey(row, column)] = { text, fault };
    changed();
    return fault === null;
  }

  restoreKept();

  return {
    key,
    project,
    form,
    stored,
    unread,
    met,
    refusal,
    savedAt,
    busy,
    restored,
    attachments,
    editable,
    only,
    isOpen,
    isExpired,
    faults: computed(() => read.value.faults),
    faultCount,
    input,
    assessment,
    remarks,
    difference,
    unexplained,
    missing,
    rows,
    inConflict,
    saveState: autosave.state,
    flush: autosave.flush,
    cellOf,
    textOf,
    put,
    choose,
    dismissMet: () => void (met.value = null),
    offer,
    step,
  };
}

export type ReportDraft = ReturnType<typeof createReportDraft>;

export const cellKey = (row: Pick<SheetRow, 'key'>, column: Column): string => `${row.key}|${column}`;
