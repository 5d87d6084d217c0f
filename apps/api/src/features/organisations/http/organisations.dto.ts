import { z } from 'zod';

/** An organisation the caller may see; the tree is given by `parentId`, parents before children. */
export const Organisation = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    kind: z.enum(['financeBureau', 'department', 'unit']),
    parentId: z.string().nullable(),
  })
  .meta({ id: 'Organisation' });
export type Organisation = z.output<typeof Organisation>;
export const OrganisationList = z.object({ items: z.array(Organisation) }).meta({ id: 'OrganisationList' });
