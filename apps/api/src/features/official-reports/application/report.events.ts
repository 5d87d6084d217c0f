import type { OfficialReportStep } from '@jixiao/domain';
import { defineEvent } from '../../../platform/events/domain-events.js';
import type { Actor } from '../../../platform/http/access.js';
import type { Organisation } from '../../organisations/index.js';
import type { OfficialReport } from '../persistence/official-report.entity.js';

/** An official report was handed in, taken back, returned, sealed or opened again. */
export const officialReportStepped = defineEvent<{
  readonly step: Exclude<OfficialReportStep, 'redraft'>;
  /** The row as it was before. */
  readonly report: OfficialReport;
  readonly organisation: Organisation;
  readonly by: Actor;
  /** What the person wrote. */
  readonly text: string | null;
}>('official-reports.stepped');
