import { isEditable } from '@jixiao/domain';
import type { LightRow } from '../../shared/api/schema.gen.js';

/** Whether a report is out of the unit's hands: submitted, or further on. */
export const isHandedIn = ({ reportStatus }: Pick<LightRow, 'reportStatus'>): boolean =>
  reportStatus !== null && !isEditable(reportStatus);
