import { z } from 'zod';
import { MeasureView } from './budget-measures.dto.js';
import { RectificationView } from './rectifications.dto.js';
import { SupervisionView } from './supervisions.dto.js';

export const ProjectFollowUps = z
  .object({
    rectifications: z.array(RectificationView),
    measures: z.array(MeasureView),
    supervisions: z.array(SupervisionView),
    suspendedSince: z.string().nullable().describe('Day from which payments are suspended; null where they are not'),
    may: z.array(z.enum(['rectify', 'propose', 'supervise'])).describe('What the caller may begin for this project'),
  })
  .meta({ id: 'ProjectFollowUps' });
export type ProjectFollowUps = z.output<typeof ProjectFollowUps>;
