import type { StagedProject } from '../../shared/api/schema.gen.js';
import type { ImportWarning, StagedIndicator } from './imports.api.js';

/** Fields of a project that the preview shows a line for, in the order of the official table. */
export const PROJECT_FIELDS = [
  'name',
  'code',
  'unit',
  'budget',
  'fiscalFunds',
  'otherFunds',
  'schedule',
  'purpose',
  'goals',
] as const;
export type ProjectField = (typeof PROJECT_FIELDS)[number];

/** A warning about something that was not printed has the place of the whole table: its code tells the field then. */
const FIELD_OF_CODE: readonly (readonly [RegExp, ProjectField])[] = [
  [/^schedule-/, 'schedule'],
  [/^project-code-/, 'code'],
  [/^(name-|heading-differs)/, 'name'],
  [/^(budget-|cost-|money-|amount-)/, 'budget'],
];

export interface PlacedWarnings {
  readonly byField: ReadonlyMap<ProjectField, readonly ImportWarning[]>;
  /** Those of no one field, shown above the project. */
  readonly others: readonly ImportWarning[];
}

const fieldOfCode = (code: string): ProjectField | null =>
  FIELD_OF_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? null;

/** In a flat table a project begins in the row of its first indicator, which then has the remarks about both. */
export const isAboutProject = ({ code }: ImportWarning): boolean => fieldOfCode(code) !== null;

/** Each warning of the project at the field that it names by its cell, else by its code; none is lost or shown twice. */
export function placeWarnings({
  warningList,
  indicatorList,
  sources,
}: Pick<StagedProject, 'warningList' | 'indicatorList' | 'sources'>): PlacedWarnings {
  const byField = new Map<ProjectField, ImportWarning[]>();
  const others: ImportWarning[] = [];
  const amongIndicators = indicatorList.flatMap(({ warnings }) => warnings.filter(isAboutProject));
  for (const warning of [...warningList, ...amongIndicators]) {
    const field = fieldOf(warning, sources);
    if (field) byField.set(field, [...(byField.get(field) ?? []), warning]);
    else others.push(warning);
  }
  return { byField, others };
}

function fieldOf({ code, at }: ImportWarning, sources: StagedProject['sources']): ProjectField | null {
  const byCode = fieldOfCode(code);
  // One cell may hold several fields (budget and funds): among those at the place, the one of the code.
  const here = PROJECT_FIELDS.filter((field) => sources[field]?.at === at);
  if (byCode && (here.length === 0 || here.includes(byCode))) return byCode;
  return here[0] ?? null;
}

/** Whether a warning of an indicator belongs at the cell of its value; others stand at its name. */
export const isAboutValue = (
  warning: ImportWarning,
  { at, valueAt }: Pick<StagedIndicator, 'at' | 'valueAt'>,
): boolean => warning.at === valueAt && valueAt !== at;
