import { ROLES } from '@jixiao/domain';
import { z } from 'zod';
import { Id } from '../../../platform/http/fields.dto.js';

const Responsible = z.object({
  role: z.enum(ROLES),
  organisationId: Id.nullable().describe('Where they hold it: the organisation itself, or the nearest one above'),
  organisationName: z.string().nullable(),
  people: z.array(
    z.object({
      displayName: z.string(),
      onBehalfOf: z.string().nullable().describe('Whose deputy the person is in this role'),
    }),
  ),
});

/** Who answers for an organisation; a role that nobody holds has no people. */
export const ResponsiblePeople = z.object({ items: z.array(Responsible) }).meta({ id: 'ResponsiblePeople' });
export type ResponsiblePeople = z.output<typeof ResponsiblePeople>;
