import type { Permission } from '../access/roles.js';
import { err, ok, type Result } from '../kernel/result.js';

/** 绩效运行监控报告 of a round, 绩效自评报告 of a year (§7). */
export const OFFICIAL_REPORT_KINDS = ['monitoring', 'selfEvaluation'] as const;
export type OfficialReportKind = (typeof OFFICIAL_REPORT_KINDS)[number];

/** 草稿, 待审签, 已封存. */
export const OFFICIAL_REPORT_STATES = ['draft', 'submitted', 'sealed'] as const;
export type OfficialReportState = (typeof OFFICIAL_REPORT_STATES)[number];

/** 重新起草, 报送审签, 撤回, 退回, 封存, 更正. */
export const OFFICIAL_REPORT_STEPS = ['redraft', 'submit', 'withdraw', 'return', 'seal', 'reopen'] as const;
export type OfficialReportStep = (typeof OFFICIAL_REPORT_STEPS)[number];

interface Move {
  readonly from: OfficialReportState;
  readonly to: OfficialReportState;
  readonly permission: Permission;
  readonly needsText: boolean;
}

/** One writes, another one seals; what is sealed is corrected by a next version only, and with a reason. */
const MOVES: Readonly<Record<OfficialReportStep, Move>> = {
  redraft: { from: 'draft', to: 'draft', permission: 'papers.write', needsText: false },
  submit: { from: 'draft', to: 'submitted', permission: 'papers.write', needsText: false },
  withdraw: { from: 'submitted', to: 'draft', permission: 'papers.write', needsText: false },
  return: { from: 'submitted', to: 'draft', permission: 'papers.seal', needsText: true },
  seal: { from: 'submitted', to: 'sealed', permission: 'papers.seal', needsText: false },
  reopen: { from: 'sealed', to: 'draft', permission: 'papers.seal', needsText: true },
};

/**
 * The state of an official report after a step.
 * @returns `official-report-step-refused` with the state and the step where it does not lead on from there
 */
export function takeOfficialReportStep(
  state: OfficialReportState,
  step: OfficialReportStep,
): Result<OfficialReportState> {
  const { from, to } = MOVES[step];
  return state === from ? ok(to) : err({ code: 'official-report-step-refused', params: { state, step } });
}

export const permissionForOfficialReportStep = (step: OfficialReportStep): Permission => MOVES[step].permission;
export const officialReportStepNeedsText = (step: OfficialReportStep): boolean => MOVES[step].needsText;
