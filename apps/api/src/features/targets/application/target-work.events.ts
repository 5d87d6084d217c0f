import type { ApprovalStep, ChangeStep } from '@jixiao/domain';
import { defineEvent } from '../../../platform/events/domain-events.js';
import type { BudgetAdjustment } from '../persistence/budget-adjustment.entity.js';
import type { Project } from '../persistence/project.entity.js';

/** A project as those who hear of it need it: the row itself may be gone. */
export type ProjectOfYear = Pick<Project, 'id' | 'name' | 'year' | 'organisationId'>;

/** A change of a project's targets was proposed, or moved on by a step. */
export const changeStepped = defineEvent<{
  readonly changeId: string;
  readonly project: ProjectOfYear;
  readonly step: 'propose' | ChangeStep;
  /** Who proposed it, and for whom. */
  readonly proposers: readonly string[];
  readonly actor: string;
  /** What the person wrote; a rejection always has one. */
  readonly message: string | null;
}>('targets.change-stepped');

/**
 * How many targets of a unit are unapproved, reviewed or approved has changed: by a step, since new targets were saved
 * (`save`), or by anything else (`other`). All of it by the same act.
 */
export const approvalsMoved = defineEvent<{
  readonly projects: readonly ProjectOfYear[];
  readonly by: ApprovalStep | 'save' | 'other';
  readonly actor: string;
  /** What the person wrote; a return always has one. */
  readonly message: string | null;
}>('targets.approvals-moved');

/** Finance has recorded a change of a project's budget (R6). */
export const budgetAdjusted = defineEvent<{ readonly project: ProjectOfYear; readonly adjustment: BudgetAdjustment }>(
  'targets.budget-adjusted',
);
