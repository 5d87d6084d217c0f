import { z } from 'zod';
import { Id } from '../../../platform/http/fields.dto.js';
import { ReportPath } from './reporting.dto.js';

export const AttachmentPath = ReportPath.extend({ attachmentId: Id });
export type AttachmentPath = z.output<typeof AttachmentPath>;

/** Text fields beside the attached file. */
export const AttachmentFields = z.object({ indicatorId: Id.optional() });

export const AttachmentList = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        indicatorId: Id.nullable().describe('Null for the project as a whole'),
        file: z.string(),
        bytes: z.int(),
        uploadedBy: z.string(),
        uploadedByName: z.string(),
        uploadedAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'AttachmentList' });
export type AttachmentList = z.output<typeof AttachmentList>;
