import { LIGHTS, MAX_FEN } from '@jixiao/domain';
import { z } from 'zod';

/** Fields that several slices share. Money is integer 分, a rate is percent with 2 places, a gap is percentage points. */
export const Fen = z.int().min(0).max(MAX_FEN).describe('Amount in 分');
export const Rate = z.number().nullable().describe('Percent, 2 places');
export const IsoDay = z.iso.date();
export const Year = z.coerce.number().int().min(2000).max(2100);
export const Month = z.coerce.number().int().min(1).max(12);
export const LightField = z.enum(LIGHTS);
export const Id = z.string().min(1).max(36);
export const RulePackRef = z.string().min(1).max(36).describe('Rule pack with its version, `ratio@1`');
export const PageQuery = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};
