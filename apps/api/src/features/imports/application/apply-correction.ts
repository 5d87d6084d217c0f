import { inferDirection, inferKind, type Direction, type Operator } from '@jixiao/domain';
import { CORRECTABLE_FIELDS, type CorrectableField } from '../../targets/index.js';
import type { StagedCorrection } from '../http/uploads.dto.js';
import {
  PROJECT_CORRECTABLE,
  type ProjectCorrectable,
  type StagedContent,
  type StagedIndicatorContent,
} from './staged-content.js';

/** What a person corrects of a project; what is left out stays. An indicator is named by its place. */
export type ProjectPatch = StagedCorrection;
export type IndicatorPatch = NonNullable<ProjectPatch['indicators']>[number];

/** Direction, kind and the month from which it counts are for finance to decide (R17). */
export const JUDGEMENT: readonly CorrectableField[] = ['direction', 'kind', 'assessedFrom'];

const IMPLIED: Readonly<Partial<Record<Operator, Direction>>> = {
  gte: 'atLeast',
  gt: 'atLeast',
  lte: 'atMost',
  lt: 'atMost',
};

/** The project with the corrections, and with what follows from them: a direction or kind that nobody set is inferred anew. */
export function applyCorrection(content: StagedContent, patch: ProjectPatch): StagedContent {
  const { targets } = content;
  const next = {
    initialBudgetFen: given(patch.budgetFen, targets.initialBudgetFen),
    fiscalFundsFen: given(patch.fiscalFundsFen, targets.fiscalFundsFen),
    otherFundsFen: given(patch.otherFundsFen, targets.otherFundsFen),
    schedule: given(patch.schedule, targets.schedule),
  };
  const patches = new Map(patch.indicators?.map((each) => [each.index, each]) ?? []);
  return {
    ...content,
    name: given(patch.name, content.name),
    code: given(patch.code, content.code),
    correctedFields: correctedFields(content, patch),
    targets: {
      ...targets,
      ...next,
      indicators: targets.indicators.map((indicator, index) => {
        const own = patches.get(index);
        return own === undefined ? indicator : correctedIndicator(indicator, own);
      }),
    },
  };
}

const given = <T>(value: T | undefined, present: T): T => (value === undefined ? present : value);

function correctedFields(content: StagedContent, patch: ProjectPatch): readonly ProjectCorrectable[] {
  const { name, code, targets } = content;
  const present = {
    name,
    code,
    budgetFen: targets.initialBudgetFen,
    fiscalFundsFen: targets.fiscalFundsFen,
    otherFundsFen: targets.otherFundsFen,
    schedule: targets.schedule,
  };
  return PROJECT_CORRECTABLE.filter(
    (field) =>
      content.correctedFields.includes(field) ||
      (patch[field] !== undefined && JSON.stringify(patch[field]) !== JSON.stringify(present[field])),
  );
}

/** The fields that a patch gives another value than the indicator has. */
export const changedFields = (indicator: StagedIndicatorContent, patch: IndicatorPatch): readonly CorrectableField[] =>
  CORRECTABLE_FIELDS.filter((field) => patch[field] !== undefined && patch[field] !== indicator[field]);

function correctedIndicator(indicator: StagedIndicatorContent, patch: IndicatorPatch): StagedIndicatorContent {
  const changed = changedFields(indicator, patch);
  if (changed.length === 0) return indicator;
  const values = Object.fromEntries(changed.map((field) => [field, patch[field]]));
  const next: StagedIndicatorContent = {
    ...indicator,
    ...values,
    ...emptied(indicator, patch),
    corrected: CORRECTABLE_FIELDS.filter((field) => indicator.corrected.includes(field) || changed.includes(field)),
  };
  return withKind(withDirection(next, changed));
}

/** Another form of target has no use for what belonged to the one before. */
function emptied(
  indicator: StagedIndicatorContent,
  { operator, number, unit, dueDate }: IndicatorPatch,
): Partial<StagedIndicatorContent> {
  if (operator === undefined || operator === indicator.operator) return {};
  const isNumeric = operator !== 'qualitative' && operator !== 'date';
  return {
    operatorPrinted: isNumeric,
    ...(isNumeric ? {} : { number: number ?? null, unit: unit ?? null, gate: null }),
    ...(operator === 'date' ? {} : { dueDate: dueDate ?? null }),
  };
}

function withDirection(
  indicator: StagedIndicatorContent,
  changed: readonly CorrectableField[],
): StagedIndicatorContent {
  const { operator, number, unit, name, corrected } = indicator;
  if (corrected.includes('direction')) return { ...indicator, directionInferred: false };
  if (operator === 'qualitative' || operator === 'date') {
    return { ...indicator, direction: null, directionInferred: false };
  }
  const implied = IMPLIED[operator];
  if (implied !== undefined) return { ...indicator, direction: implied, directionInferred: false };
  const isOpen = indicator.directionInferred || indicator.direction === null || changed.includes('operator');
  if (!isOpen || number === null) return indicator;
  return { ...indicator, direction: inferDirection({ number, unit, name }), directionInferred: true };
}

function withKind(indicator: StagedIndicatorContent): StagedIndicatorContent {
  const { name, corrected } = indicator;
  const inferred = inferKind({ name, value: indicator });
  const kind = corrected.includes('kind') ? indicator.kind : inferred.kind;
  const usual = kind === 'yearEnd' ? 12 : 1;
  return { ...indicator, kind, assessedFrom: corrected.includes('assessedFrom') ? indicator.assessedFrom : usual };
}

/** One patch that does what two do one after the other, to be done again where the same file comes again. */
export function mergePatches(first: ProjectPatch | null, second: ProjectPatch): ProjectPatch {
  if (first === null) return second;
  const byIndex = new Map<number, IndicatorPatch>();
  for (const patch of [...(first.indicators ?? []), ...(second.indicators ?? [])]) {
    byIndex.set(patch.index, { ...byIndex.get(patch.index), ...patch });
  }
  const indicators = [...byIndex.values()];
  return { ...first, ...second, ...(indicators.length > 0 ? { indicators } : {}) };
}
