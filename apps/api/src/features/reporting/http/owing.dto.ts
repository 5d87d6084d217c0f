import { z } from 'zod';
import { Id, IsoDay } from '../../../platform/http/fields.dto.js';

export const OwingFilter = z.object({ organisationId: Id.optional() });

const counts = {
  projects: z.int().describe('Monitored projects; exempt ones (人员类) are left out'),
  owed: z.int().describe('Not begun, draft or returned: what the unit still has to hand in'),
  notBegun: z.int(),
  draft: z.int(),
  returned: z.int(),
  submitted: z.int().describe("Waits for the unit's or the department's reviewer"),
  unitApproved: z.int().describe('Waits for finance'),
  accepted: z.int().describe('Accepted by finance, locked ones included'),
};

export const OwingUnit = z
  .object({
    organisationId: Id,
    code: z.string(),
    name: z.string(),
    ...counts,
    closesOn: IsoDay.describe("The unit's own deadline, last day included"),
    deadlinePassed: z.boolean(),
    daysLeft: z.int().describe('0 on the last day, negative by the days that have passed since'),
    extensionReason: z.string().nullable(),
    clerks: z.array(z.string()).describe('Names of those who report for it'),
    reviewers: z.array(z.string()),
  })
  .meta({ id: 'OwingUnit' });
export type OwingUnit = z.output<typeof OwingUnit>;

export const OwingList = z
  .object({ totals: z.object({ units: z.int(), unitsOwing: z.int(), ...counts }), items: z.array(OwingUnit) })
  .meta({ id: 'OwingList' });
export type OwingList = z.output<typeof OwingList>;
