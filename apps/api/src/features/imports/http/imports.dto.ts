import { z } from 'zod';
import { Fen, Id } from '../../../platform/http/fields.dto.js';

const indicator = z.object({
  level1: z.string(),
  level2: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  rawValue: z.string(),
  operator: z.string(),
  number: z.number().nullable(),
  unit: z.string().nullable(),
  dueDate: z.string().nullable(),
  direction: z.string().nullable(),
  directionInferred: z.boolean(),
  kind: z.string(),
  assessedFrom: z.int(),
  basis: z.string().nullable(),
  at: z.string(),
});

/** What was understood of one project, and what saving it would do. */
export const ImportedProject = z
  .object({
    code: z.string().nullable(),
    name: z.string(),
    organisationName: z.string(),
    change: z.enum(['new', 'changed', 'unchanged', 'refused']),
    refusal: z.string().nullable().describe('Code of the reason where refused, for example classified-project'),
    differences: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    budgetFen: Fen.nullable(),
    fiscalFundsFen: Fen.nullable(),
    otherFundsFen: Fen.nullable(),
    purpose: z.string().nullable(),
    schedule: z.array(z.number()).nullable(),
    goals: z.array(z.string()),
    indicators: z.array(indicator),
    incompleteIndicators: z.array(z.object({ level2: z.string().nullable(), name: z.string().nullable() })),
    at: z.string(),
  })
  .meta({ id: 'ImportedProject' });

export const ImportedDocument = z
  .object({
    file: z.string(),
    year: z.int(),
    unitCode: z.string().nullable(),
    unitName: z.string().nullable(),
    organisationId: Id.nullable(),
    departmentGoals: z.array(
      z.object({
        title: z.string(),
        goal: z.string(),
        indicators: z.array(
          z.object({
            text: z.string(),
            operator: z.string(),
            number: z.number().nullable(),
            unit: z.string().nullable(),
          }),
        ),
      }),
    ),
    projects: z.array(ImportedProject),
    warnings: z.array(
      z.object({ code: z.string(), message: z.string(), at: z.string(), project: z.string().nullable() }),
    ),
  })
  .meta({ id: 'ImportedDocument' });

/** The answer of both preview and save; `saved` tells which, and on a save `batchIds` name the stored batches. */
export const ImportResult = z
  .object({
    saved: z.boolean(),
    batchIds: z.array(Id),
    documents: z.array(ImportedDocument),
    counts: z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int(), warnings: z.int() }),
  })
  .meta({ id: 'ImportResult' });
export type ImportResult = z.output<typeof ImportResult>;
