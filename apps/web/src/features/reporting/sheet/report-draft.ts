import type { ExplainLocale } from '@jixiao/domain';
import { computed, ref, shallowRef } from 'vue';
import { retryDelay } from '../../../shared/api/events.js';
import { isCode, isTransient } from '../../../shared/api/problem.js';
import type { Report } from '../../../shared/api/schema.gen.js';
import { createAutosave } from '../autosave.js';
import { chinaToday, isWritable, reaches, type EditScope } from '../may-edit.js';
import type { MergeField } from '../merge-report.js';
import type { ReadForm } from '../report-form.js';
import type { ReportKey } from '../report.api.js';
import { cellText, formCell, putCell } from './cells.js';
import type { Column, SheetRow } from './sheet-rows.js';
import { createTypedInput, type InputContext } from './typed-input.js';

const PAUSE_MS = 800;

/** What a draft is about, and its ways to the server and to the browser's memory. */
export interface DraftContext extends InputContext {
  readonly key: ReportKey;
  readonly report: Report;
  /** Files given as evidence when the sheet was read. */
  readonly attachments: number;
  readonly scopeOf: (report: Report) => EditScope;
  readonly fetch: (key: ReportKey) => Promise<Report>;
  readonly save: (key: ReportKey, input: ReadForm['input']) => Promise<Report>;
  /** Reads the sheet again: the project has other indicators than it had. */
  readonly reread: () => void;
}

/** Refusals that say that the report is no longer as it stands here. */
const OUTDATED = ['report-changed', 'report-submitted', 'round-locked', 'reopening-expired'] as const;
const hasOtherIndicators = (error: unknown): boolean =>
  isCode(error, 'report-invalid') && (error.problem.issues ?? []).some(({ code }) => code === 'indicator-unknown');

/**
 * The form of one project on the sheet: judged as one types, saved by itself, kept in the browser until it is, and brought
 * together field by field with what somebody else saved in between.
 */
export function createReportDraft(context: DraftContext) {
  const { key, project } = context;
  const stored = shallowRef(context.report);
  const refusal = shallowRef<unknown>(null);
  const savedAt = shallowRef<Date | null>(null);
  const busy = ref(false);
  const attachments = ref(context.attachments);
  let meeting: Promise<void> | null = null;
  let isEnded = false;

  const scope = computed(() => context.scopeOf(stored.value));
  const editable = computed(() => scope.value.kind !== 'none');
  const typed = createTypedInput(context, stored, scope);
  const { form, unread, input, inConflict } = typed;

  const autosave = createAutosave({
    save: async () => {
      const { value: sent } = input;
      const report = await context.save(key, { ...sent, results: [...sent.results, ...newResults()] });
      if (isEnded) return;
      typed.settle(report, sent);
      savedAt.value = new Date();
      refusal.value = null;
    },
    isTransient,
    onRefused: (error) => {
      refusal.value = error;
      if (isCode(error, ...OUTDATED)) void meetTheirs();
      if (hasOtherIndicators(error)) context.reread();
    },
    pauseMs: PAUSE_MS,
    retryMs: retryDelay,
  });

  const known = new Set([
    ...project.indicators.map(({ id }) => id),
    ...stored.value.results.map((one) => one.indicatorId),
  ]);
  /** Results of indicators that the project got after the sheet was read: they are sent as they are, not to blank them. */
  const newResults = (): Report['results'] => stored.value.results.filter(({ indicatorId }) => !known.has(indicatorId));

  function changed(): void {
    typed.keep();
    if (!inConflict.value && !meeting) autosave.touch();
  }
  function saveLaid(): void {
    if (editable.value && !inConflict.value && typed.needsSaving()) autosave.touch();
  }

  /** Puts another state of the report under what is typed. @param isTheirs whether somebody else made it so */
  function accept(latest: Report, isTheirs: boolean): void {
    const isNewer = latest.version > stored.value.version;
    const isLaid = typed.place(latest, isTheirs);
    if (isNewer && newResults().length > 0) context.reread();
    // What is about to be sent belongs to a report that can be written.
    if (isLaid || !editable.value) autosave.reset();
    if (!isLaid) return;
    refusal.value = null;
    saveLaid();
  }

  /** The report is no longer as it stands here: takes what others alone changed, and asks where both did. */
  const meetTheirs = (): Promise<void> => (meeting ??= meet().finally(() => (meeting = null)));
  async function meet(): Promise<void> {
    try {
      const latest = await context.fetch(key);
      const isNews = latest.version > stored.value.version || context.scopeOf(latest).kind === 'none';
      if (isNews && !isEnded) accept(latest, true);
    } catch (error) {
      if (isEnded) return;
      if (isTransient(error)) autosave.touch();
      else refusal.value = error;
    }
  }

  /** Chooses for one field that both have changed; once all are chosen, the result is saved. */
  function choose(field: MergeField, whose: 'mine' | 'theirs'): void {
    typed.choose(field, whose);
    saveLaid();
  }

  /** A newer state of the report, read for whatever reason; what is about to be saved stays untouched. */
  function offer(report: Report): void {
    if (autosave.state.value !== 'saved' || inConflict.value || report.version < stored.value.version) return;
    accept(report, true);
  }

  /** Takes a step that the server does; what is unsaved is saved before. */
  async function step(take: (key: ReportKey, version: number) => Promise<Report>): Promise<boolean> {
    // What is handed in would be the other person's.
    if (inConflict.value) return false;
    busy.value = true;
    try {
      if (!(await autosave.flush())) return false;
      accept(await take(key, stored.value.version), false);
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

  /** Ends it without a word to the server: the draft that follows takes up what it keeps. */
  function end(): void {
    isEnded = true;
    autosave.reset();
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

  /** For a text that has not been put into its cell yet when that stops taking any. */
  function setAside(row: SheetRow, column: Column, text: string): void {
    const { kind, target } = cellOf(row, column);
    const name = project.indicators.find(({ id }) => id === target?.id)?.name ?? null;
    typed.setAside({ kind, name, column, text });
  }

  const restored = ref(typed.restore());
  saveLaid();

  return {
    ...typed,
    key,
    project,
    stored,
    refusal,
    savedAt,
    busy,
    restored,
    attachments,
    editable,
    isOpen,
    isExpired,
    saveState: autosave.state,
    flush: autosave.flush,
    cellOf,
    textOf,
    put,
    setAside,
    choose,
    dismissMet: () => void (typed.met.value = null),
    offer,
    step,
    end,
  };
}

export type ReportDraft = ReturnType<typeof createReportDraft>;

export const cellKey = (row: Pick<SheetRow, 'key'>, column: Column): string => `${row.key}|${column}`;
