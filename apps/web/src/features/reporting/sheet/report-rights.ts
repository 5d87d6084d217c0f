import { isEditable, permissionsForStep, type Permission, type ReportStep } from '@jixiao/domain';
import type { Report, Round } from '../../../shared/api/schema.gen.js';

type Can = (permission: Permission) => boolean;

/** Whether the person may change the content of the report: the round is open, and the report is with the unit. */
export const mayEdit = (round: Round, { status }: Pick<Report, 'status'>, can: Can): boolean =>
  can('reports.write') && round.status === 'open' && isEditable(status);

/** Whether the person may move the report by this step. */
export const mayStep = (round: Round, { status }: Pick<Report, 'status'>, step: ReportStep, can: Can): boolean =>
  round.status === 'open' && permissionsForStep(status, step).some(can);
