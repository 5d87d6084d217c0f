import { err, isIsoDate, ok, parseAmount, parseSchedule, type Result } from '@jixiao/domain';
import type { StagedCorrection, StagedProject } from '../../shared/api/schema.gen.js';
import { amountText } from '../../shared/format/figures.js';
import type { Correctable, IndicatorCorrection, StagedIndicator } from './imports.api.js';

/** What a person typed as a correction for the server; null where it changes nothing; else the code of what is wrong. */
export type Corrected<T> = Result<T | null, string>;

/** Only what differs, so that nothing else is marked as corrected. */
function changed<T extends object>(before: T, after: T): Partial<T> | null {
  const keys = (Object.keys(after) as (keyof T)[]).filter((key) => before[key] !== after[key]);
  return keys.length === 0 ? null : (Object.fromEntries(keys.map((key) => [key, after[key]])) as Partial<T>);
}

const orNull = (text: string): string | null => text.trim() || null;

export type AmountField = 'budgetFen' | 'fiscalFundsFen' | 'otherFundsFen';

/** An amount typed in 万元; blank is "not stated". */
export function amountCorrection(
  project: StagedProject,
  field: AmountField,
  typed: string,
): Corrected<StagedCorrection> {
  const parsed = parseAmount(typed, 'wan');
  if (!parsed.ok) return err(parsed.error.code);
  return ok(changed({ [field]: project[field] }, { [field]: parsed.value }));
}

export function nameCorrection(project: StagedProject, typed: string): Corrected<StagedCorrection> {
  const name = typed.trim();
  return name === '' ? err('text-missing') : ok(changed({ name: project.name }, { name }));
}

/** Whether the form of the code is right is for the server to say (R1). */
export const codeCorrection = (project: StagedProject, typed: string): Corrected<StagedCorrection> =>
  ok(changed({ code: project.code }, { code: orNull(typed) }));

/** Percentages typed for the checkpoints in `months`; all blank is "no plan" (R4). */
export function scheduleCorrection(
  project: StagedProject,
  months: readonly number[],
  typed: readonly string[],
): Corrected<StagedCorrection> {
  const cells = typed.map((text) => text.trim());
  const blank = cells.every((text) => text === '');
  const { schedule, problems, warnings } = parseSchedule(cells, months);
  if (!blank && schedule === null) return err((problems[0] ?? warnings[0])?.code ?? 'schedule-unreadable');
  const next = schedule?.map((point) => ({ ...point })) ?? null;
  return ok(JSON.stringify(next) === JSON.stringify(project.schedule) ? null : { schedule: next });
}

/** Names of an indicator as they stand in the form. */
export interface NamesDraft {
  level1: string;
  level2: string;
  name: string;
}
export const namesDraft = ({ level1, level2, name }: StagedIndicator): NamesDraft => ({ level1, level2, name });

export function namesCorrection(indicator: StagedIndicator, draft: NamesDraft): Corrected<IndicatorCorrection> {
  const after = { level1: draft.level1.trim(), level2: draft.level2.trim(), name: draft.name.trim() };
  if (after.name === '' || after.level1 === '') return err('text-missing');
  return ofIndicator(indicator, changed(namesDraft(indicator), after));
}

/** The value of an indicator as it stands in the form. */
export interface ValueDraft {
  operator: StagedIndicator['operator'];
  number: string;
  unit: string;
  dueDate: string;
}
export const valueDraft = ({ operator, number, unit, dueDate }: StagedIndicator): ValueDraft => ({
  operator,
  number: number === null ? '' : String(number),
  unit: unit ?? '',
  dueDate: dueDate ?? '',
});

const NUMBER = /^[-−]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;
const FULL_WIDTH_OFFSET = 0xfee0;

/** A number as typed: full-width digits and thousands commas are accepted; null where it is none. */
export function readNumber(text: string): number | null {
  const compact = text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/\s/g, '');
  return NUMBER.test(compact) ? Number(compact.replaceAll(',', '').replace('−', '-')) : null;
}

/** What belongs to an operator: a day for a date, nothing for words, else a number with its unit (R16). */
export function valueCorrection(indicator: StagedIndicator, draft: ValueDraft): Corrected<IndicatorCorrection> {
  const { operator, number, unit, dueDate } = indicator;
  const before = { operator, number, unit, dueDate };
  const none = { number: null, unit: null, dueDate: null };
  if (draft.operator === 'qualitative')
    return ofIndicator(indicator, changed(before, { ...none, operator: 'qualitative' }));
  if (draft.operator === 'date') {
    if (!isIsoDate(draft.dueDate)) return err('day-missing');
    return ofIndicator(indicator, changed(before, { ...none, operator: 'date', dueDate: draft.dueDate }));
  }
  const read = readNumber(draft.number);
  if (read === null) return err('number-unreadable');
  const after = { operator: draft.operator, number: read, unit: orNull(draft.unit), dueDate: null };
  return ofIndicator(indicator, changed(before, after));
}

/** How an indicator is judged, as it stands in the form (R17). */
export interface JudgementDraft {
  kind: StagedIndicator['kind'];
  direction: NonNullable<StagedIndicator['direction']> | '';
  assessedFrom: number;
}
export const judgementDraft = ({ kind, direction, assessedFrom }: StagedIndicator): JudgementDraft => ({
  kind,
  direction: direction ?? '',
  assessedFrom,
});

/** Only a year-end indicator waits for its month; words and days have no better side. */
export function judgementCorrection(indicator: StagedIndicator, draft: JudgementDraft): Corrected<IndicatorCorrection> {
  const { kind, direction, assessedFrom } = indicator;
  const compared = draft.kind !== 'qualitative' && draft.kind !== 'date';
  const after = {
    kind: draft.kind,
    direction: compared ? draft.direction || null : null,
    assessedFrom: draft.kind === 'yearEnd' ? draft.assessedFrom : 1,
  };
  return ofIndicator(indicator, changed({ kind, direction, assessedFrom }, after));
}

const ofIndicator = (
  { index }: StagedIndicator,
  part: Omit<IndicatorCorrection, 'index'> | null,
): Corrected<IndicatorCorrection> => ok(part === null ? null : { index, ...part });

/** The text with which an amount's editing begins. */
export const amountDraft = (project: StagedProject, field: AmountField): string => amountText(project[field]);

type ProjectCorrectable = keyof NonNullable<StagedProject['understood']>;

/** Gives a corrected field of the project the value that was read; null where it has that already. */
export function takeBack(project: StagedProject, field: ProjectCorrectable): StagedCorrection | null {
  const { understood } = project;
  if (understood === null || !project.correctedFields.includes(field)) return null;
  if (JSON.stringify(understood[field]) === JSON.stringify(project[field])) return null;
  return { [field]: understood[field] };
}

/** The same for those fields of an indicator that make up one cell. */
export function takeBackIndicator(
  indicator: StagedIndicator,
  fields: readonly Correctable[],
): IndicatorCorrection | null {
  const { understood, index, corrected } = indicator;
  if (understood === null) return null;
  const back = fields.filter((field) => corrected.includes(field) && understood[field] !== indicator[field]);
  return back.length === 0 ? null : { index, ...Object.fromEntries(back.map((field) => [field, understood[field]])) };
}
