import { z } from 'zod';
import { Id, PageQuery } from '../../../platform/http/fields.dto.js';
import { ProjectDetail } from '../../targets/index.js';
import { ReportView } from './reporting.dto.js';

/** Projects of a page: a unit's usual number fits on one, and the page is read and shown at once. */
const USUAL_SIZE = 40;
const LARGEST_SIZE = 100;

export const SheetQuery = z.object({
  ...PageQuery,
  organisationId: Id.optional(),
  search: z.string().max(100).optional().describe('Part of a name or code'),
  size: z.coerce.number().int().min(1).max(LARGEST_SIZE).default(USUAL_SIZE),
});
export type SheetQuery = z.output<typeof SheetQuery>;

/** All that the form of a unit's projects needs, a page at a time: by unit, then by name. */
export const SheetPage = z
  .object({
    items: z.array(
      z.object({
        project: ProjectDetail,
        report: ReportView,
        attachments: z.int().describe('Files given as evidence'),
      }),
    ),
    total: z.int(),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'SheetPage' });
export type SheetPage = z.output<typeof SheetPage>;
