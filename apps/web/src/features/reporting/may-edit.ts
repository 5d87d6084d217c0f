import { isEditable, permissionsForStep, type Permission, type ReportStep } from '@jixiao/domain';
import type { Report } from '../../shared/api/schema.gen.js';

/** What a person may change of a report: nothing, all of it, or the result of the one indicator that was reopened. */
export type EditScope =
  { readonly kind: 'none' } | { readonly kind: 'all' } | { readonly kind: 'indicator'; readonly indicatorId: string };

type Editable = Pick<Report, 'roundStatus' | 'status' | 'reopening'>;

const NONE: EditScope = { kind: 'none' };

/**
 * Whether the round lets the report be written: while it is open, or until the last day of a reopening; whatever state the
 * report itself is in. @param today ISO day in China
 */
export function isWritable({ roundStatus, reopening }: Omit<Editable, 'status'>, today: string): boolean {
  if (roundStatus === 'open') return true;
  return reopening !== null && today <= reopening.expiresOn;
}

/** The one indicator of a locked round that was reopened; null where all of the report may be written, or nothing. */
export const reopenedIndicator = ({ roundStatus, reopening }: Omit<Editable, 'status'>): string | null =>
  roundStatus === 'open' ? null : (reopening?.indicatorId ?? null);

/** @param mayWrite whether the person fills in reports at all */
export function mayEdit(report: Editable, mayWrite: boolean, today: string): EditScope {
  if (!mayWrite || !isEditable(report.status) || !isWritable(report, today)) return NONE;
  const only = reopenedIndicator(report);
  return only === null ? { kind: 'all' } : { kind: 'indicator', indicatorId: only };
}

/** Whether the scope reaches an indicator, or with null what is reported of the project as a whole. */
export const reaches = (scope: EditScope, indicatorId: string | null): boolean =>
  scope.kind === 'all' || (scope.kind === 'indicator' && scope.indicatorId === indicatorId);

/** Whether the person may move the report by this step. @param can the person's permissions */
export const mayStep = (
  report: Editable,
  step: ReportStep,
  can: (permission: Permission) => boolean,
  today: string,
): boolean => isWritable(report, today) && permissionsForStep(report.status, step).some(can);

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The calendar day in China, wherever the browser is. */
export const chinaToday = (now = Date.now()): string => new Date(now + CHINA_OFFSET_MS).toISOString().slice(0, 10);
