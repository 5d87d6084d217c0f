import { z } from 'zod';
import { Month, RulePackRef, Year } from '../../../platform/http/fields.dto.js';
import { RoundView } from '../../reporting/index.js';
import { RulePackView } from '../../targets/index.js';

/** A rule pack as somebody puts it together: its version is given when it is published. */
export const RulePackInput = RulePackView.omit({ version: true }).meta({ id: 'RulePackInput' });
export type RulePackInput = z.output<typeof RulePackInput>;

const Note = z.string().trim().min(1).max(500);

export const PublishInput = z.strictObject({ content: RulePackInput, note: Note }).meta({ id: 'PublishInput' });
export type PublishInput = z.output<typeof PublishInput>;

const published = { ref: z.string(), content: RulePackView };
export const PublishedPack = z.object(published).meta({ id: 'PublishedPack' });
export type PublishedPack = z.input<typeof PublishedPack>;

export const PublishedPackList = z
  .object({
    items: z.array(
      z.object({
        ...published,
        publishedAt: z.string(),
        publishedBy: z.string().nullable().describe('Null for a preset, which nobody wrote'),
        publishedByName: z.string().nullable(),
        note: z.string().nullable(),
        years: z.array(z.int()).describe('Fiscal years whose rounds are opened with it from now on'),
        rounds: z.array(z.object({ year: z.int(), month: z.int(), locked: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'PublishedPackList' });
export type PublishedPackList = z.output<typeof PublishedPackList>;

export const PresetList = z
  .object({
    items: z.array(
      z.object({
        ...published,
        description: z.string(),
        stored: z.boolean().describe('It has been chosen or published before'),
      }),
    ),
  })
  .meta({ id: 'PresetList' });
export type PresetList = z.output<typeof PresetList>;

export const YearRulesInput = z.strictObject({ ref: RulePackRef }).meta({ id: 'YearRulesInput' });
export type YearRulesInput = z.output<typeof YearRulesInput>;
export const RulesOfYear = z.object({ year: z.int(), rulePack: z.string() }).meta({ id: 'RulesOfYear' });
export type RulesOfYear = z.output<typeof RulesOfYear>;

export const RoundPath = z.object({ year: Year, month: Month });
export type RoundPath = z.output<typeof RoundPath>;
export const RoundRulesInput = z.strictObject({ ref: RulePackRef, note: Note }).meta({ id: 'RoundRulesInput' });
export type RoundRulesInput = z.output<typeof RoundRulesInput>;
export const RulesOfRound = z
  .object({ ...RoundView.shape, jobIds: z.array(z.string()).describe('Jobs that judge its lights by these rules') })
  .meta({ id: 'RulesOfRound' });
export type RulesOfRound = z.output<typeof RulesOfRound>;
