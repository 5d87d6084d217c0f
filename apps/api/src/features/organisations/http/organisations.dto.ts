import { z } from 'zod';
import { Id } from '../../../platform/http/fields.dto.js';

const Kind = z.enum(['financeBureau', 'department', 'unit']);
const Code = z.string().trim().min(1).max(32);
const Name = z.string().trim().min(1).max(200);

/** An organisation the caller may see; the tree is given by `parentId`, parents before children. */
export const Organisation = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    kind: Kind,
    parentId: z.string().nullable(),
    selfApproval: z.boolean().describe('One person may fill in and approve here; such approvals are marked'),
    active: z.boolean().describe('False: it keeps its past and gets nothing new'),
  })
  .meta({ id: 'Organisation' });
export type Organisation = z.output<typeof Organisation>;
export const OrganisationList = z.object({ items: z.array(Organisation) }).meta({ id: 'OrganisationList' });

/** Whether one person may fill in and approve at a unit, and why finance decides so. */
export const SelfApprovalInput = z
  .strictObject({ allowed: z.boolean(), reason: z.string().trim().min(1).max(2000) })
  .meta({ id: 'SelfApprovalInput' });
export type SelfApprovalInput = z.output<typeof SelfApprovalInput>;
export const OrganisationInput = z
  .strictObject({ code: Code, name: Name, kind: Kind, parentId: Id.describe('The organisation above it') })
  .meta({ id: 'OrganisationInput' });
export type OrganisationInput = z.output<typeof OrganisationInput>;

export const OrganisationChanges = z
  .strictObject({
    code: Code.optional(),
    name: Name.optional(),
    kind: Kind.optional(),
    parentId: Id.optional().describe('Moves it, with everything below, under another organisation'),
    active: z.boolean().optional(),
  })
  .meta({ id: 'OrganisationChanges' });
export type OrganisationChanges = z.output<typeof OrganisationChanges>;
