import { EVALUATION_PARTS, FRAME_NAMES, type EvaluationPart, type EvaluationRules } from '@jixiao/domain';
import { z } from 'zod';

const Points = z.number().min(0).max(100);
const Percent = z.number().min(0).max(1000);

const WeightFrameField = z.strictObject(
  Object.fromEntries(EVALUATION_PARTS.map((part) => [part, Points.nullable()])) as Record<
    EvaluationPart,
    z.ZodNullable<typeof Points>
  >,
);

/** The rules as the domain has them (R30–R40); what their figures may be, `checkEvaluationRules` says. */
export const EvaluationRulesField = z
  .strictObject({
    executionPoints: Points.describe('Points of the execution rate (R31)'),
    frames: z.strictObject(
      Object.fromEntries(FRAME_NAMES.map((name) => [name, WeightFrameField])) as Record<
        (typeof FRAME_NAMES)[number],
        typeof WeightFrameField
      >,
    ),
    reverse: z.enum(['ratio', 'linear']).describe('How a ceiling that was exceeded is scored (R33)'),
    gatePercent: Percent.nullable().describe('Completion below which there are no points (R35); null: none'),
    outcomeBands: z.strictObject({ metFrom: Percent, partlyFrom: Percent }),
    overTargetFrom: Percent.describe('Completion from which an explanation is asked for (R25)'),
    overTargetExemptUnits: z.array(z.string().trim().min(1).max(20)).max(50),
    gradesFrom: z.strictObject({ excellent: Points, good: Points, fair: Points }),
    pointGapPercent: Percent.describe('R39: red above it'),
    unspentPercent: Percent.describe('R39: yellow above it'),
    caps: z.array(z.strictObject({ executionBelow: Percent, totalAtMost: Points })).max(20),
  })
  .meta({ id: 'EvaluationRules' });
export type EvaluationRulesField = z.output<typeof EvaluationRulesField>;

/** Rules as they are answered: a copy of its own. */
export const evaluationRulesView = (content: EvaluationRules): EvaluationRulesField =>
  structuredClone(content) as EvaluationRulesField;

export const EvaluationRulesRef = z.string().min(1).max(36).describe('`evaluation-rules@2`');

export const PublishEvaluationRulesInput = z
  .strictObject({
    content: EvaluationRulesField,
    basedOn: EvaluationRulesRef.describe('The version that was changed; it has to be the newest'),
    note: z.string().trim().min(1).max(500),
  })
  .meta({ id: 'PublishEvaluationRulesInput' });
export type PublishEvaluationRulesInput = z.output<typeof PublishEvaluationRulesInput>;

const version = { ref: EvaluationRulesRef, version: z.int() };

export const PublishedEvaluationRules = z.object(version).meta({ id: 'PublishedEvaluationRules' });
export type PublishedEvaluationRules = z.output<typeof PublishedEvaluationRules>;

export const EvaluationRulesInForce = z
  .object({ ...version, content: EvaluationRulesField })
  .meta({ id: 'EvaluationRulesInForce' });
export type EvaluationRulesInForce = z.output<typeof EvaluationRulesInForce>;

export const EvaluationRuleVersionList = z
  .object({
    items: z
      .array(
        z.object({
          ...version,
          content: EvaluationRulesField,
          publishedAt: z.string().nullable().describe('Null for the preset until another version follows it'),
          publishedBy: z.string().nullable().describe('Null for the preset, which nobody wrote'),
          publishedByName: z.string().nullable(),
          note: z.string().nullable(),
          years: z.array(z.int()).describe('Years that are scored by it'),
        }),
      )
      .describe('Newest first: the first one counts for years that are opened from now on'),
  })
  .meta({ id: 'EvaluationRuleVersionList' });
export type EvaluationRuleVersionList = z.output<typeof EvaluationRuleVersionList>;
