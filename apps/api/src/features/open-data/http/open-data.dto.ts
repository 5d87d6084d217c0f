import { GRADES, LIGHTS } from '@jixiao/domain';
import { z } from 'zod';
import { Id, Month, PageQuery, Rate, Year } from '../../../platform/http/fields.dto.js';

const round = { year: Year, month: Month, organisationId: Id.optional().describe('Only it and what is below it') };

export const OpenDataQuery = z.object({ ...round, ...PageQuery });
export type OpenDataQuery = z.output<typeof OpenDataQuery>;
export const OpenDataFileQuery = z.object(round);
export type OpenDataFileQuery = z.output<typeof OpenDataFileQuery>;

const Light = z.enum(LIGHTS);
const Amount = z.int().nullable().describe('Amount in 分');

/**
 * What is disclosed of a project: these fields and no others, in this order also the columns of the file. None of them holds a
 * person or anything that a person wrote about himself or others.
 */
export const OpenProject = z
  .strictObject({
    code: z.string().nullable(),
    name: z.string(),
    unitCode: z.string(),
    unitName: z.string(),
    departmentCode: z.string().nullable(),
    departmentName: z.string().nullable(),
    year: z.int(),
    month: z.int().describe('January to the end of this month'),
    budgetFen: Amount.describe('Budget in force on the last day, in 分'),
    expenditureFen: Amount.describe('Cumulative, in 分'),
    executionRate: Rate,
    light: Light,
    spendLight: Light,
    goalLight: Light,
    reason: z.string().describe('Code of what decided the light'),
    explanation: z.string().describe('One sentence in the language of the request, made of figures and targets'),
    points: z.number().nullable().describe('Of the accepted self-evaluation of the year; null where there is none'),
    grade: z.enum(GRADES).nullable(),
  })
  .meta({ id: 'OpenProject' });
export type OpenProject = z.output<typeof OpenProject>;

export const OpenProjectPage = z
  .object({
    year: z.int(),
    month: z.int(),
    lockedAt: z.string(),
    sealVersion: z.int().nullable(),
    sealHash: z.string().nullable().describe('Of the latest seal of the round, by which the figures can be verified'),
    items: z.array(OpenProject),
    total: z.int(),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'OpenProjectPage' });
export type OpenProjectPage = z.output<typeof OpenProjectPage>;
