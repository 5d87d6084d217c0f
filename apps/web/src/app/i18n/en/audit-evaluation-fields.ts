import type {
  evaluationFields as fields,
  evaluationSlices as slices,
  evaluationSubjects as subjects,
} from '../zh/audit-evaluation-fields.js';

export const evaluationFields: Record<keyof typeof fields, string> = {
  submitBy: 'Hand in by',
  frame: 'Frame of weights',
  rulesRef: 'Rules of self-evaluation',
  redraft: 'Missing drafts made',
  achievedGoal: 'What was achieved',
  funds: 'Funds',
  fiscal: 'Fiscal funds of the year',
  carriedOver: 'Carried over',
  other: 'Other funds',
  initialFen: 'Initial budget',
  adjustedFen: 'Budget of the year',
  spentFen: 'Spent',
  answer: 'Result',
  weight: 'Weight',
  notApplicableWhy: 'Why it does not apply',
  chosenPoints: 'Points chosen',
  cut: 'Deduction',
  explanation: 'Deviation and what is done about it',
  total: 'Total',
  grade: 'Grade',
  accepted: 'Accepted',
  seals: 'Seals',
  scored: 'Scored by it',
  shown: 'Only shown',
  executionPoints: 'Points of execution',
  frames: 'Frames of weights',
  reverse: 'Scoring of ceilings',
  gatePercent: 'Gate of completion',
  outcomeBands: 'Bands of outcomes',
  metFrom: 'Met from',
  partlyFrom: 'Partly met from',
  overTargetFrom: 'Over-target explained from',
  overTargetExemptUnits: 'Units exempt from it',
  gradesFrom: 'Grades from',
  pointGapPercent: 'Gap of point rates',
  unspentPercent: 'Unspent',
  caps: 'Caps',
  executionBelow: 'Execution below',
  totalAtMost: 'Total at most',
};

export const evaluationSlices: Record<keyof typeof slices, string> = {
  'evaluation-rules': 'Rules of self-evaluation',
  evaluations: 'Self-evaluation',
};

export const evaluationSubjects: Record<keyof typeof subjects, string> = {
  'self-evaluation': 'Self-evaluation',
  'evaluation-year': 'Self-evaluation of a year',
  'evaluation-rules': 'Rules of self-evaluation',
};

/** What values of the state and the grade of a self-evaluation are called. */
export const evaluationStates = {
  submitted: 'handed in',
  unitApproved: 'approved by the unit',
  departmentApproved: 'reviewed by the department',
  accepted: 'accepted by finance',
};

export const evaluationValues = {
  grade: {
    excellent: 'excellent',
    good: 'good',
    fair: 'fair',
    poor: 'poor',
  },
};
