import { z } from 'zod';
import { Id, IsoDay } from '../../../platform/http/fields.dto.js';
import { Delegation } from '../../people/index.js';

/** What somebody who takes over a person's roles goes on with. */
export const HandoverWork = z
  .object({
    organisations: z
      .array(
        z.object({
          organisationId: Id,
          organisationName: z.string(),
          rounds: z
            .array(
              z.object({
                year: z.int(),
                month: z.int(),
                notBegun: z.int(),
                draft: z.int(),
                returned: z.int(),
                submitted: z.int(),
                unitApproved: z.int(),
              }),
            )
            .describe(
              'Open rounds with reports of the organisation, and of what is below it, that are not yet accepted',
            ),
          reopenings: z.array(
            z.object({
              projectId: Id,
              projectName: z.string(),
              indicatorName: z.string().nullable().describe('Null for the whole report'),
              year: z.int(),
              month: z.int(),
              expiresOn: IsoDay,
            }),
          ),
        }),
      )
      .describe('Where the person has business roles for good'),
    delegations: z
      .array(Delegation)
      .describe('They stay with the person; one that was given lends what roles are left'),
  })
  .meta({ id: 'HandoverWork' });
export type HandoverWork = z.output<typeof HandoverWork>;
