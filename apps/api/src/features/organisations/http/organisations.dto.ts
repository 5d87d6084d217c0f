import { z } from 'zod';

/** An organisation the caller may see; the tree is given by `parentId`, parents before children. */
export const Organisation = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    kind: z.enum(['financeBureau', 'department', 'unit']),
    parentId: z.string().nullable(),
    selfApproval: z.boolean().describe('One person may fill in and approve here; such approvals are marked'),
  })
  .meta({ id: 'Organisation' });
export type Organisation = z.output<typeof Organisation>;
export const OrganisationList = z.object({ items: z.array(Organisation) }).meta({ id: 'OrganisationList' });

/** Whether one person may fill in and approve at a unit, and why finance decides so. */
export const SelfApprovalInput = z
  .strictObject({ allowed: z.boolean(), reason: z.string().trim().min(1).max(2000) })
  .meta({ id: 'SelfApprovalInput' });
export type SelfApprovalInput = z.output<typeof SelfApprovalInput>;
