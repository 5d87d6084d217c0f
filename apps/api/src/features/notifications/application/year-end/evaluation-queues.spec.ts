import { expect, it } from '@jest/globals';
import type { EvaluationProgress } from '../../../self-evaluation/index.js';
import { evaluationQueues } from './evaluation-queues.js';

const unit = (hasDepartment: boolean): EvaluationProgress => ({
  organisationId: hasDepartment ? 'below' : 'direct',
  name: '司法所',
  path: '/root/unit/',
  hasDepartment,
  open: 1,
  submitted: 2,
  unitApproved: 3,
  departmentApproved: hasDepartment ? 4 : 0,
  accepted: 5,
});

/** `kind:number` of each queue in which something waits, with the step by which it grows. */
const waitingIn = (one: EvaluationProgress): readonly string[] =>
  evaluationQueues([one]).flatMap(({ queue, units }) =>
    units
      .filter((each) => queue.waiting(each) > 0)
      .map((each) => `${queue.kind}:${queue.waiting(each)}:${queue.grownBy}`),
  );

it('has what the unit approved wait for its department, and what the department reviewed for finance', () => {
  expect(waitingIn(unit(true))).toEqual([
    'evaluation-approve:2:submit',
    'evaluation-review:3:approve',
    'evaluation-accept:4:review',
  ]);
});

it('has what a unit without a department approved wait for finance at once', () => {
  expect(waitingIn(unit(false))).toEqual(['evaluation-approve:2:submit', 'evaluation-accept:3:approve']);
});

it('names the unit and how many wait there', () => {
  const [approve] = evaluationQueues([unit(true)]);
  expect(approve?.queue.params(unit(true))).toEqual({ unit: '司法所', organisationId: 'below', projects: 2 });
});
