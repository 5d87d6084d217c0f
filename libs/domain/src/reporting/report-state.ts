import { err, ok, type Result } from '../kernel/result.js';
import type { Permission } from '../access/roles.js';

/**
 * States of one project's report in one round (R27): 草稿, 已提交, 已退回, 单位已审, 财政已收, 已锁定. "Not open" and "open" are no
 * states of a report: they are its round's, as long as nothing has been saved.
 */
export const REPORT_STATES = ['draft', 'submitted', 'returned', 'unitApproved', 'accepted', 'locked'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What moves a report from one state to another: 提交, 撤回, 审核, 接收, 退回, 锁定, 重新开放. */
export const REPORT_STEPS = ['submit', 'withdraw', 'approve', 'accept', 'return', 'lock', 'reopen'] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

interface Move {
  readonly from: ReportState;
  readonly to: ReportState;
  /** Any one of these suffices. */
  readonly anyOf: readonly Permission[];
}

/** A report that finance has accepted is returned by finance alone; before, the unit's reviewer may do it as well. */
const MOVES: Readonly<Record<ReportStep, readonly Move[]>> = {
  submit: [
    { from: 'draft', to: 'submitted', anyOf: ['reports.submit'] },
    { from: 'returned', to: 'submitted', anyOf: ['reports.submit'] },
  ],
  withdraw: [{ from: 'submitted', to: 'draft', anyOf: ['reports.submit'] }],
  approve: [{ from: 'submitted', to: 'unitApproved', anyOf: ['reports.approve'] }],
  accept: [{ from: 'unitApproved', to: 'accepted', anyOf: ['reports.accept'] }],
  return: [
    { from: 'submitted', to: 'returned', anyOf: ['reports.approve'] },
    { from: 'unitApproved', to: 'returned', anyOf: ['reports.approve', 'reports.accept'] },
    { from: 'accepted', to: 'returned', anyOf: ['reports.accept'] },
  ],
  lock: [{ from: 'accepted', to: 'locked', anyOf: ['rounds.manage'] }],
  reopen: REPORT_STATES.map((from) => ({ from, to: 'returned' as const, anyOf: ['rounds.manage'] as const })),
};

const moveOf = (state: ReportState, step: ReportStep): Move | undefined =>
  MOVES[step].find(({ from }) => from === state);

/**
 * The state after a step (R27).
 * @returns `report-step-refused` with the state and the step where it does not lead on from there
 */
export function takeStep(state: ReportState, step: ReportStep): Result<ReportState> {
  const move = moveOf(state, step);
  return move === undefined ? err({ code: 'report-step-refused', params: { state, step } }) : ok(move.to);
}

/** Permissions of which any one allows the step from this state; none where the step does not lead on. */
export const permissionsForStep = (state: ReportState, step: ReportStep): readonly Permission[] =>
  moveOf(state, step)?.anyOf ?? [];

/** Whether the unit may still change the report's content: what was handed in is first withdrawn or returned. */
export const isEditable = (state: ReportState): boolean => state === 'draft' || state === 'returned';
