import type { EvaluationListed, EvaluationStepsResult } from '../../shared/api/schema.gen.js';
import type { Step } from './self-evaluation.api.js';

/** What a reviewer does with many at once, the way on first. */
export const BULK_STEPS = ['submit', 'approve', 'review', 'accept', 'return'] as const satisfies readonly Step[];

type Takeable = Pick<EvaluationListed, 'id' | 'may'>;

/** Those that the step can be taken with. */
export const takersOf = <T extends Takeable>(rows: readonly T[], step: Step): T[] =>
  rows.filter(({ may }) => may.includes(step));

/** What became of a step: with how many it was taken, and why not with the others. */
export interface Outcome {
  readonly step: Step;
  readonly done: number;
  readonly refused: readonly { readonly key: string; readonly name: string; readonly message: string }[];
}

export function outcomeOf(
  step: Step,
  rows: readonly Pick<EvaluationListed, 'id' | 'projectName'>[],
  { done, refused }: EvaluationStepsResult,
): Outcome {
  const names = new Map(rows.map(({ id, projectName }) => [id, projectName]));
  return {
    step,
    done: done.length,
    refused: refused.map(({ id, message, issues }) => ({
      key: id,
      name: names.get(id) ?? id,
      message: [message, ...issues.map((issue) => issue.message)].join(' '),
    })),
  };
}

/** Where it is on its way. */
export type Station = 'write' | 'unit' | 'department' | 'finance' | 'done';

const STATION: Readonly<Record<EvaluationListed['state'], Station>> = {
  draft: 'write',
  returned: 'write',
  submitted: 'unit',
  unitApproved: 'department',
  departmentApproved: 'finance',
  accepted: 'done',
};

/** The stations of the way, without the department where there is none (R30–R40, three levels). */
export const stationsOf = (hasDepartment: boolean): readonly Station[] =>
  hasDepartment ? ['write', 'unit', 'department', 'finance'] : ['write', 'unit', 'finance'];

/** Who has it now. */
export function stationOf(state: EvaluationListed['state'], hasDepartment: boolean): Station {
  const station = STATION[state];
  return station === 'department' && !hasDepartment ? 'finance' : station;
}
