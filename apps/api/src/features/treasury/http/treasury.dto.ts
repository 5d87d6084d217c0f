import { EXPENDITURE_SOURCES, MAX_FEN } from '@jixiao/domain';
import { z } from 'zod';
import { Fen, Id, Month, PageQuery, Year } from '../../../platform/http/fields.dto.js';

/** Largest delivery of one request. */
export const MAX_ROWS = 10_000;

const GivenFen = z
  .int()
  .min(-MAX_FEN)
  .max(MAX_FEN)
  .nullish()
  .describe('分; left out: stays as it is; null: taken back; negative only for a month that was refunded');

const Basis = z
  .enum(['cumulative', 'monthly'])
  .describe('cumulative: since January; monthly: of that month alone, summed within the coverage');

const CoverageField = z.strictObject({ from: Month, to: Month }).describe('Months of which the amounts are complete');

/** Treasury figures as a program gives them. */
export const TreasuryFiguresInput = z
  .strictObject({
    year: Year,
    basis: Basis.default('cumulative'),
    coverage: CoverageField.nullish().describe('Needed for monthly amounts'),
    source: z.string().max(200).nullish().describe('What the sender calls its delivery'),
    rows: z
      .array(
        z.strictObject({
          code: z.string().trim().min(1).max(64).describe('Project code'),
          month: z.int().min(1).max(12),
          expenditureFen: GivenFen,
          fiscalFen: GivenFen,
          otherFen: GivenFen,
          releasedFen: GivenFen,
          receivedFen: GivenFen,
        }),
      )
      .min(1)
      .max(MAX_ROWS),
  })
  .meta({ id: 'TreasuryFiguresInput' });
export type TreasuryFiguresInput = z.output<typeof TreasuryFiguresInput>;

/** Fields of the multipart request beside the file. */
export const TreasuryFileFields = z.strictObject({
  year: Year,
  basis: Basis.optional(),
  from: Month.optional(),
  to: Month.optional(),
  dryRun: z.enum(['true', 'false']).default('false'),
});

/** Cumulative figures of a month; null where the treasury gave none. */
export const TreasuryFiguresView = z
  .object({
    expenditureFen: Fen.nullable(),
    fiscalFen: Fen.nullable(),
    otherFen: Fen.nullable(),
    releasedFen: Fen.nullable(),
    receivedFen: Fen.nullable(),
  })
  .meta({ id: 'TreasuryFigures' });

const Remark = z.object({ code: z.string(), message: z.string() });

const TakenRow = z.object({
  at: z.string().describe('Place in the request or file'),
  code: z.string(),
  month: z.int(),
  projectId: Id.nullable(),
  projectName: z.string().nullable(),
  outcome: z.enum(['new', 'changed', 'unchanged', 'refused']),
  problem: Remark.nullable(),
  warnings: z.array(Remark),
  before: TreasuryFiguresView.nullable(),
  after: TreasuryFiguresView.nullable(),
});

const Counts = z.object({
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  warnings: z.int(),
});

/** What came of a program's delivery, row by row: short, for it is kept with the idempotency key. */
export const TreasuryFiguresResult = z
  .object({
    deliveryId: Id.nullable().describe('Null where nothing was stored'),
    counts: Counts,
    figures: z.int().describe('Figures of single months that were stored'),
    rows: z
      .array(
        z.object({
          code: z.string(),
          month: z.int(),
          outcome: z.enum(['new', 'changed', 'unchanged', 'refused']),
          problem: Remark.nullable().describe('Why it was refused'),
          warnings: z.array(z.string()).describe('Codes of what a person should look at'),
        }),
      )
      .describe('In the order of the request'),
    jobIds: z.array(Id).describe('Jobs that judge the projects anew'),
  })
  .meta({ id: 'TreasuryFiguresResult' });
export type TreasuryFiguresResult = z.output<typeof TreasuryFiguresResult>;

/** What came of a file, row by row. */
export const TreasuryResult = z
  .object({
    deliveryId: Id.nullable().describe('Null where nothing was stored'),
    year: z.int(),
    basis: Basis,
    coverage: z.object({ from: z.int(), to: z.int() }).nullable(),
    counts: Counts,
    figures: z.int().describe('Figures of single months that were stored, or would be'),
    rows: z.array(TakenRow),
    faults: z
      .array(z.object({ at: z.string(), code: z.string().nullable(), problem: Remark }))
      .describe('Rows of a file that could not be read'),
    ignoredColumns: z.array(z.string()).describe('Columns of a file that say nothing of the figures'),
    jobIds: z.array(Id).describe('Jobs that judge the projects anew'),
  })
  .meta({ id: 'TreasuryResult' });
export type TreasuryResult = z.output<typeof TreasuryResult>;

export const TreasuryDeliveryQuery = z.object({ year: Year.optional(), ...PageQuery });
export type TreasuryDeliveryQuery = z.output<typeof TreasuryDeliveryQuery>;

export const TreasuryDeliveryPage = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        year: z.int(),
        deliveredAt: z.string(),
        deliveredBy: z.string(),
        deliveredByName: z.string(),
        channel: z.enum(['file', 'api', 'cli']),
        sourceName: z.string().nullable(),
        fileSha256: z.string().nullable(),
        basis: Basis,
        coverage: z.object({ from: z.int(), to: z.int() }).nullable(),
        figures: z.int().describe('Figures of single months it stored, of projects that the reader may see'),
        counts: Counts.nullable().describe('Of the whole delivery; null for readers who deliver nothing themselves'),
      }),
    ),
    total: z.int(),
    page: z.int(),
    size: z.int(),
  })
  .meta({ id: 'TreasuryDeliveryPage' });
export type TreasuryDeliveryPage = z.output<typeof TreasuryDeliveryPage>;

export const ExpenditureSourceField = z
  .enum(EXPENDITURE_SOURCES)
  .nullable()
  .describe('Whose figure the expenditure is: of the treasury, of the unit, or of both');
