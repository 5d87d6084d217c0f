import type { ExplainLocale } from '@jixiao/domain';
import { computed, reactive, ref, shallowRef, type Ref } from 'vue';
import type { Report } from '../../../shared/api/schema.gen.js';
import type { AsideText, draftKeeper, KeptDraft, Unread } from '../draft-keeper.js';
import { reaches, type EditScope } from '../may-edit.js';
import { copyOf, mergeReports, takeField, type MergeField } from '../merge-report.js';
import { formOf, type ReadForm, type ReportForm } from '../report-form.js';
import { contentOf, judgedForm, type Judged } from './judged-form.js';
import { layKept } from './lay-kept.js';

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

export interface InputContext extends Judged {
  readonly keeper: ReturnType<typeof draftKeeper>;
  readonly locale: () => ExplainLocale;
}

/**
 * What a person types into the form of a report: over which state of it, what of it is not saved yet, and where it goes when
 * the report turns out to be another one meanwhile. All that is not saved is kept in the browser.
 */
export function createTypedInput(context: InputContext, stored: Ref<Report>, scope: Readonly<Ref<EditScope>>) {
  const { keeper } = context;
  const { indicators } = context.project;
  const formIn = (report: Report): ReportForm => formOf(report, indicators);
  const form = reactive<ReportForm>(formIn(stored.value));
  /** Texts that their cell cannot hold, by cell: shown there until they are mended, and sent nowhere. */
  const unread = reactive<Record<string, Unread>>({});
  /** What was typed and has no place in the report. */
  const aside = shallowRef<readonly AsideText[]>([]);
  const met = shallowRef<Met | null>(null);
  /** False where the browser had no room to keep what is not saved. */
  const isKept = ref(true);
  /** What the form is typed over: as it is stored, except where I have yet to choose. */
  let base = formIn(stored.value);
  /** Input that waits for the report to be writable again. */
  let waiting: readonly KeptDraft[] = [];
  /** What was sent and saved last: the server may store a figure in other words. */
  let saved = '';

  const judged = judgedForm(context, form, unread, stored);
  const { input, faultCount } = judged;
  const inConflict = computed(() => (met.value?.conflicts.length ?? 0) > 0);

  /** Whether anything that can be read is not saved. */
  const needsSaving = (): boolean => contentOf(input.value) !== saved && judged.differsFromStored();
  const hasOwn = (): boolean => needsSaving() || faultCount.value + aside.value.length > 0;

  const own = (): KeptDraft => ({
    form: judged.settled(),
    base,
    version: stored.value.version,
    unread: copyOf(unread),
    aside: aside.value,
    indicators: indicators.map(({ id, name, kind, unit }) => ({ id, name, kind, unit })),
  });
  function keep(): void {
    isKept.value = keeper.keep(own());
  }
  /** Keeps what is not saved, and drops what is. */
  function remember(): void {
    if (hasOwn()) return keep();
    keeper.drop();
    isKept.value = true;
  }

  /** What was sent has been saved; what was typed since has not. */
  function settle(report: Report, sent: ReadForm['input']): void {
    stored.value = report;
    base = formIn(report);
    saved = contentOf(sent);
    remember();
  }

  /**
   * Puts another state of the report under what is typed.
   * @param isTheirs whether somebody else made it so
   * @returns whether anything typed had to be laid into it
   */
  function place(latest: Report, isTheirs: boolean): boolean {
    const isNewer = latest.version > stored.value.version;
    const before = scope.value.kind;
    const sources = waiting.length > 0 ? waiting : hasOwn() ? [own()] : [];
    stored.value = latest;
    // The same version again may carry its remarks in another language, or another state of the round.
    if (!isNewer && scope.value.kind === before) return false;
    if (sources.length > 0) {
      lay(sources, isTheirs && isNewer);
      return true;
    }
    base = formIn(latest);
    Object.assign(form, formIn(latest));
    return false;
  }

  /** @param tell whether somebody else has saved since it was typed */
  function lay(sources: readonly KeptDraft[], tell: boolean): void {
    const isWritable = scope.value.kind !== 'none';
    const theirs = formIn(stored.value);
    const reach = (indicatorId: string | null): boolean => reaches(scope.value, indicatorId);
    const laid = layKept(sources, theirs, { reaches: reach, locale: context.locale() });
    const { form: merged, conflicts, taken } = mergeReports(laid.base, laid.form, theirs);
    saved = '';
    Object.assign(form, merged);
    for (const cell of Object.keys(unread)) Reflect.deleteProperty(unread, cell);
    Object.assign(unread, laid.unread);
    aside.value = laid.aside;
    base = copyOf(theirs);
    for (const field of conflicts) takeField(base, laid.base, field);
    waiting = isWritable ? [] : sources;
    const { updatedByName: by, updatedAt: at } = stored.value;
    met.value = isWritable && (tell || conflicts.length > 0) ? { by, at, taken, conflicts, theirs } : null;
    // What waits stays as it was kept.
    if (isWritable) remember();
  }

  /** Takes up what earlier pages could not save. @returns whether any of it stands in the form now */
  function restore(): boolean {
    const kept = keeper.kept();
    if (kept.length === 0) return false;
    lay(kept, kept[0]?.version !== stored.value.version);
    const isRestored = scope.value.kind !== 'none' && hasOwn();
    if (!isRestored) met.value = null;
    return isRestored;
  }

  /** Chooses for one field that both have changed. */
  function choose(field: MergeField, whose: 'mine' | 'theirs'): void {
    const current = met.value;
    if (!current) return;
    takeField(base, current.theirs, field);
    if (whose === 'theirs') takeField(form, current.theirs, field);
    met.value = { ...current, conflicts: current.conflicts.filter((one) => one !== field) };
    remember();
  }

  /** Sets aside what was being typed in a cell when it stopped taking input. */
  function setAside(text: AsideText): void {
    aside.value = [...aside.value, text];
    waiting = [...waiting, { ...own(), unread: {}, aside: [text] }];
  }

  /** Throws away what was set aside. */
  function discardAside(): void {
    aside.value = [];
    waiting = [];
    remember();
  }

  return {
    ...judged,
    form,
    unread,
    aside,
    met,
    isKept,
    inConflict,
    needsSaving,
    keep,
    settle,
    place,
    restore,
    choose,
    setAside,
    discardAside,
  };
}
