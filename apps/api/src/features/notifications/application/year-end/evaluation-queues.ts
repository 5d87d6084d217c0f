import type { EvaluationStep } from '@jixiao/domain';
import type { EvaluationProgress } from '../../../self-evaluation/index.js';
import type { NoticeParams } from '../notice-kinds.js';
import type { WaitingQueue } from '../waiting-work.js';

type EvaluationQueue = WaitingQueue<EvaluationProgress, EvaluationStep>;

export const paramsOfUnit = ({ name, organisationId }: EvaluationProgress, projects: number): NoticeParams => ({
  unit: name,
  organisationId,
  projects,
});

const queue = (
  kind: EvaluationQueue['kind'],
  permission: EvaluationQueue['permission'],
  grownBy: EvaluationStep,
  waiting: EvaluationQueue['waiting'],
): EvaluationQueue => ({ kind, permission, grownBy, waiting, params: (unit) => paramsOfUnit(unit, waiting(unit)) });

const APPROVE = queue('evaluation-approve', 'evaluations.approve', 'submit', ({ submitted }) => submitted);
const REVIEW = queue('evaluation-review', 'evaluations.review', 'approve', ({ hasDepartment, unitApproved }) =>
  hasDepartment ? unitApproved : 0,
);
const acceptAfter = (grownBy: 'approve' | 'review'): EvaluationQueue =>
  queue('evaluation-accept', 'evaluations.accept', grownBy, ({ hasDepartment, unitApproved, departmentApproved }) =>
    hasDepartment ? departmentApproved : departmentApproved + unitApproved,
  );

/** What waits for each level, with the units in which it may: finance has it of the department where there is one, else of the unit. */
export const evaluationQueues = (
  units: readonly EvaluationProgress[],
): readonly { readonly queue: EvaluationQueue; readonly units: readonly EvaluationProgress[] }[] => [
  { queue: APPROVE, units },
  { queue: REVIEW, units },
  { queue: acceptAfter('review'), units: units.filter(({ hasDepartment }) => hasDepartment) },
  { queue: acceptAfter('approve'), units: units.filter(({ hasDepartment }) => !hasDepartment) },
];
