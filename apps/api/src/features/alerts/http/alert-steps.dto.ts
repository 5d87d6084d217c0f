import { ALERT_ANSWERS, ALERT_STATES, SUSPENSIONS } from '@jixiao/domain';
import { z } from 'zod';
import { Id } from '../../../platform/http/fields.dto.js';

const text = z.string().trim().min(1).max(2000);
const alerts = z
  .array(z.strictObject({ id: Id, version: z.int().min(0) }))
  .min(1)
  .max(500)
  .describe('Each with the version that was read');

/** 签收. */
export const AcknowledgeInput = z.strictObject({ alerts }).meta({ id: 'AcknowledgeAlertsInput' });
export type AcknowledgeInput = z.output<typeof AcknowledgeInput>;

/** 回应: one answer for all of them. */
export const AnswerInput = z
  .strictObject({
    alerts,
    answer: z.enum(ALERT_ANSWERS).describe('继续执行, 调剂预算, 取消项目'),
    text: text.describe('Cause and measures'),
  })
  .meta({ id: 'AnswerAlertsInput' });
export type AnswerInput = z.output<typeof AnswerInput>;

/** What finance decides on proposed suspensions, in writing. */
export const SuspensionInput = z
  .strictObject({ alerts, decision: z.enum(['confirm', 'drop']), text })
  .meta({ id: 'SuspensionInput' });
export type SuspensionInput = z.output<typeof SuspensionInput>;

/** What was found on site. */
export const OnSiteInput = z
  .strictObject({ id: Id, version: z.int().min(0), note: text })
  .meta({ id: 'OnSiteCheckInput' });
export type OnSiteInput = z.output<typeof OnSiteInput>;

/** Each alert on its own: what one is refused for hinders no other. */
export const AlertStepsResult = z
  .object({
    done: z.array(
      z.object({ id: Id, state: z.enum(ALERT_STATES), suspension: z.enum(SUSPENSIONS).nullable(), version: z.int() }),
    ),
    refused: z.array(z.object({ id: Id, code: z.string(), message: z.string() })),
  })
  .meta({ id: 'AlertStepsResult' });
export type AlertStepsResult = z.output<typeof AlertStepsResult>;
