/** The year whose December is locked, and which is evaluated while the next one is under way. */
export const EVALUATED_YEAR = 2025;

/** How far a unit's self-evaluations have come, by the place of the project in its list; the last entry counts for the rest. */
export type EvaluationStage = 'draft' | 'submitted' | 'returned' | 'unitApproved' | 'departmentApproved' | 'accepted';

export interface DemoEvaluations {
  readonly unit: string;
  readonly clerk: string;
  readonly approver: string;
  readonly reviewer: string;
  readonly stages: readonly EvaluationStage[];
}

export const EVALUATIONS: readonly DemoEvaluations[] = [
  { unit: '103002', clerk: 'legalaid', approver: 'legalaid', reviewer: 'justicehead', stages: ['accepted'] },
  {
    unit: '103001',
    clerk: 'justice',
    approver: 'justicereviewer',
    reviewer: 'justicehead',
    stages: ['departmentApproved', 'unitApproved', 'accepted'],
  },
  {
    unit: '102001',
    clerk: 'court',
    approver: 'reviewer',
    reviewer: 'courthead',
    stages: ['departmentApproved', 'returned', 'submitted'],
  },
  {
    unit: '101001',
    clerk: 'treasury',
    approver: 'bureau',
    reviewer: 'bureauhead',
    stages: ['accepted', 'unitApproved'],
  },
  { unit: '104001', clerk: 'police', approver: 'policereviewer', reviewer: 'department', stages: ['submitted'] },
  {
    unit: '104002',
    clerk: 'traffic',
    approver: 'trafficreviewer',
    reviewer: 'department',
    stages: ['draft', 'accepted'],
  },
];

export const RETURN_MESSAGE = '偏差原因写得过于笼统，请对照佐证材料补充改进措施。';
export const REVIEW = { points: 1, reason: '佐证材料不完整，酌减 1 分。' } as const;

/** What a unit writes where a draft asks for an explanation. */
export const EXPLANATION = '受项目实施进度影响，年底前未能全部完成；下年提前组织实施，按月跟踪进度。';
export const ACHIEVED = '年度总体目标基本完成，各项工作按计划推进。';

/** 决算 of the court's first project is this much below December's figure. */
export const ACCOUNT = { unit: '102001', lessFen: 1_200_000, note: '年终清算收回结余。' } as const;
