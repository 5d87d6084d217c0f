import { z } from 'zod';
import { Id, IsoDay, Year } from '../../../platform/http/fields.dto.js';
import { JobAccepted } from '../../jobs/index.js';
import { byState, FrameField } from './evaluation-fields.dto.js';
import { EvaluationRulesRef } from './evaluation-rules.dto.js';

export const EvaluationYearView = z
  .object({
    year: z.int(),
    frame: FrameField.describe('By which drafts are weighted (R30)'),
    rulesRef: EvaluationRulesRef,
    submitBy: IsoDay.describe('The last day for handing in; what comes later is taken and told'),
    overdue: z.boolean().describe('The day has passed'),
    version: z.int(),
    openedBy: z.string(),
    openedByName: z.string(),
    openedAt: z.string(),
    projects: z.int(),
    exempt: z.int().describe('人员类 projects, which are not evaluated'),
    byState,
    mayManage: z.boolean(),
    mayChangeRules: z.boolean().describe('Nothing is accepted yet'),
    running: JobAccepted.nullable().describe('The job that makes or scores the drafts, while it goes on'),
  })
  .meta({ id: 'EvaluationYear' });
export type EvaluationYearView = z.output<typeof EvaluationYearView>;

export const EvaluationYearList = z
  .object({
    items: z.array(EvaluationYearView).describe('Newest first'),
    openable: z.array(z.int()).describe('Years whose December is locked and whose self-evaluation is not opened'),
  })
  .meta({ id: 'EvaluationYearList' });
export type EvaluationYearList = z.output<typeof EvaluationYearList>;

export const OpenEvaluationYearInput = z
  .strictObject({ year: Year, frame: FrameField.default('A'), submitBy: IsoDay })
  .meta({ id: 'OpenEvaluationYearInput' });
export type OpenEvaluationYearInput = z.output<typeof OpenEvaluationYearInput>;

export const ChangeEvaluationYearInput = z
  .strictObject({
    version: z.int(),
    submitBy: IsoDay.optional(),
    frame: FrameField.optional().describe('Drafts that nobody has changed yet are weighted anew'),
    rulesRef: EvaluationRulesRef.optional().describe('Everything is scored anew by it'),
    redraft: z.boolean().optional().describe('Makes the drafts that are missing, as after a job that was called off'),
  })
  .meta({ id: 'ChangeEvaluationYearInput' });
export type ChangeEvaluationYearInput = z.output<typeof ChangeEvaluationYearInput>;

export const EvaluationYearResult = z
  .object({ year: z.int(), version: z.int(), jobId: Id.nullable().describe('That makes or scores the drafts') })
  .meta({ id: 'EvaluationYearResult' });
export type EvaluationYearResult = z.output<typeof EvaluationYearResult>;
