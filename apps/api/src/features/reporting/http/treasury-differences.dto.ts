import { REPORT_STATES } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, Month, PageQuery, Year } from '../../../platform/http/fields.dto.js';

export const TreasuryDifferenceQuery = z.object({ year: Year, month: Month, ...PageQuery });
export type TreasuryDifferenceQuery = z.output<typeof TreasuryDifferenceQuery>;

const spending = { expenditureFen: Fen, fiscalFen: Fen, otherFen: Fen };

/** Projects of a round whose own figure is not the treasury's. */
export const TreasuryDifferencePage = z
  .object({
    items: z.array(
      z.object({
        projectId: Id,
        code: z.string().nullable(),
        name: z.string(),
        organisationName: z.string(),
        own: z.object(spending),
        treasury: z.object({
          expenditureFen: Fen.nullable(),
          fiscalFen: Fen.nullable(),
          otherFen: Fen.nullable(),
        }),
        difference: z
          .object({ expenditureFen: z.int(), fiscalFen: z.int().nullable() })
          .describe('Treasury minus unit, in 分'),
        note: z.string().nullable().describe("The unit's explanation; null where there is none"),
        reportStatus: z.enum(REPORT_STATES),
      }),
    ),
    total: z.int(),
    unexplained: z.int(),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'TreasuryDifferencePage' });
export type TreasuryDifferencePage = z.output<typeof TreasuryDifferencePage>;
