import type { IndicatorAnswer } from '../reporting/report-types.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import type { IndicatorAssessment, IndicatorBasis, IndicatorToAssess } from './assessment-types.js';

/** How one indicator was judged, with the answer and the target as judged (R49). */
export interface AssessedIndicator {
  readonly assessment: IndicatorAssessment;
  readonly inputs: IndicatorToAssess;
}

type CompactTarget = readonly [
  level1: string,
  level2: string,
  name: string,
  description: string | null,
  rawValue: string,
  operator: IndicatorTarget['operator'],
  number: number | null,
  unit: string | null,
  dueDate: string | null,
  gate: number | null,
  operatorPrinted: boolean,
  direction: IndicatorTarget['direction'],
  directionInferred: boolean,
  basis: string | null,
  kind: IndicatorTarget['kind'],
  assessedFrom: number,
];

type CompactAssessment = readonly [
  light: IndicatorAssessment['light'],
  reason: IndicatorAssessment['reason'],
  completion: number | null,
  standard: number | null,
  ratioToStandard: number | null,
  result: number | null,
  missing: IndicatorAssessment['missing'],
  standardBasis: IndicatorBasis['standardBasis'],
  progress: number | null,
  bands: readonly [redBelow: number, yellowBelow: number] | null,
  blueFrom: number | null,
  blueOf: IndicatorBasis['blueOf'],
  smallTargetBelow: number | null,
  judgedAs?: IndicatorTarget['kind'],
];

/**
 * The same in a quarter of the length, as JSON: without names of fields, and without what an assessment repeats of its
 * inputs. A county has a million of them in every round.
 */
export type CompactIndicator = readonly [
  id: string,
  target: CompactTarget,
  answer: IndicatorAnswer | null,
  directionConfirmed: boolean,
  assessment: CompactAssessment,
];

/** Numbers of fields (of a basis without `judgedAs`): where there are others, it is of another release and left as it is. */
const FIELDS = { inputs: 4, target: 16, assessment: 10, basis: 18 } as const;

/**
 * @returns the compact form where `expandIndicator` makes exactly the same of it, else what was given: a phased target, or
 *   an assessment of another release
 */
export function compactIndicator(judged: AssessedIndicator): CompactIndicator | AssessedIndicator {
  const { inputs, assessment } = judged;
  if (!isPlain(inputs) || !repeatsInputs(assessment, inputs)) return judged;
  return [
    inputs.id,
    compactTarget(inputs.target),
    inputs.answer,
    inputs.directionConfirmed ?? false,
    compactAssessment(assessment),
  ];
}

/** @param stored what `compactIndicator` gave, or a judged indicator as it was stored before there was such a form */
export function expandIndicator(stored: CompactIndicator | AssessedIndicator): AssessedIndicator {
  if (!isCompact(stored)) return stored;
  const [id, compact, answer, directionConfirmed, assessment] = stored;
  const target = expandedTarget(compact);
  return {
    assessment: expandedAssessment({ id, target, answer }, assessment),
    inputs: { id, target, answer, directionConfirmed },
  };
}

const isCompact = (stored: CompactIndicator | AssessedIndicator): stored is CompactIndicator => Array.isArray(stored);

const isPlain = (inputs: IndicatorToAssess): boolean =>
  fieldsOf(inputs) === FIELDS.inputs &&
  inputs.directionConfirmed !== undefined &&
  fieldsOf(inputs.target) === FIELDS.target;

const fieldsOf = (value: object): number => Object.keys(value).length;

/** Whether an assessment names its inputs as they are, so that they need not be kept twice. */
function repeatsInputs(assessment: IndicatorAssessment, { id, target, answer }: IndicatorToAssess): boolean {
  const { basis } = assessment;
  return (
    fieldsOf(assessment) === FIELDS.assessment &&
    fieldsOf(basis) === FIELDS.basis + ('judgedAs' in basis ? 1 : 0) &&
    assessment.id === id &&
    assessment.name === target.name &&
    basis.kind === target.kind &&
    basis.rawValue === target.rawValue &&
    basis.operator === target.operator &&
    Object.is(basis.number, target.number) &&
    basis.unit === target.unit &&
    basis.direction === target.direction &&
    basis.directionInferred === target.directionInferred &&
    basis.dueDate === target.dueDate &&
    basis.assessedFrom === target.assessedFrom &&
    basis.outcome === outcomeOf(answer) &&
    basis.doneOn === doneOnOf(answer) &&
    basis.noDataWhy === noDataWhyOf(answer)
  );
}

const compactTarget = (target: IndicatorTarget): CompactTarget => [
  target.level1,
  target.level2,
  target.name,
  target.description,
  target.rawValue,
  target.operator,
  target.number,
  target.unit,
  target.dueDate,
  target.gate,
  target.operatorPrinted,
  target.direction,
  target.directionInferred,
  target.basis,
  target.kind,
  target.assessedFrom,
];

const expandedTarget = (target: CompactTarget): IndicatorTarget => ({
  level1: target[0],
  level2: target[1],
  name: target[2],
  description: target[3],
  rawValue: target[4],
  operator: target[5],
  number: target[6],
  unit: target[7],
  dueDate: target[8],
  gate: target[9],
  operatorPrinted: target[10],
  direction: target[11],
  directionInferred: target[12],
  basis: target[13],
  kind: target[14],
  assessedFrom: target[15],
});

function compactAssessment({ basis, ...figures }: IndicatorAssessment): CompactAssessment {
  const { bands, judgedAs } = basis;
  const compact = [
    figures.light,
    figures.reason,
    figures.completion,
    figures.standard,
    figures.ratioToStandard,
    figures.result,
    figures.missing,
    basis.standardBasis,
    basis.progress,
    bands === null ? null : ([bands.redBelow, bands.yellowBelow] as const),
    basis.blueFrom,
    basis.blueOf,
    basis.smallTargetBelow,
  ] as const;
  return judgedAs === undefined ? compact : [...compact, judgedAs];
}

function expandedAssessment(
  { id, target, answer }: Pick<IndicatorToAssess, 'id' | 'target' | 'answer'>,
  assessment: CompactAssessment,
): IndicatorAssessment {
  const [light, reason, completion, standard, ratioToStandard, result, missing, ...rest] = assessment;
  const [standardBasis, progress, bands, blueFrom, blueOf, smallTargetBelow, judgedAs] = rest;
  return {
    id,
    name: target.name,
    light,
    reason,
    completion,
    standard,
    ratioToStandard,
    result,
    missing,
    basis: {
      kind: target.kind,
      ...(judgedAs === undefined ? {} : { judgedAs }),
      rawValue: target.rawValue,
      operator: target.operator,
      number: target.number,
      unit: target.unit,
      direction: target.direction,
      directionInferred: target.directionInferred,
      dueDate: target.dueDate,
      assessedFrom: target.assessedFrom,
      standardBasis,
      progress,
      bands: bands === null ? null : { redBelow: bands[0], yellowBelow: bands[1] },
      blueFrom,
      blueOf,
      smallTargetBelow,
      outcome: outcomeOf(answer),
      doneOn: doneOnOf(answer),
      noDataWhy: noDataWhyOf(answer),
    },
  };
}

const outcomeOf = (answer: IndicatorAnswer | null): IndicatorBasis['outcome'] =>
  answer?.type === 'outcome' ? answer.outcome : null;
const doneOnOf = (answer: IndicatorAnswer | null): string | null => (answer?.type === 'doneOn' ? answer.doneOn : null);
const noDataWhyOf = (answer: IndicatorAnswer | null): string | null => (answer?.type === 'noData' ? answer.why : null);
