import { treasuryDifference, type ReportState, type TreasuryDifference } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { belowPaths } from '../../organisations/index.js';
import type { TreasuryDifferencePage, TreasuryDifferenceQuery } from '../http/treasury-differences.dto.js';
import { RoundRepository } from '../persistence/round.repository.js';

interface Row {
  readonly projectId: string;
  readonly code: string | null;
  readonly name: string;
  readonly organisationName: string;
  readonly ownFen: number | string;
  readonly ownFiscalFen: number | string;
  readonly ownOtherFen: number | string;
  readonly paidFen: number | string | null;
  readonly paidFiscalFen: number | string | null;
  readonly paidOtherFen: number | string | null;
  readonly note: string | null;
  readonly status: ReportState;
}

type Item = TreasuryDifferencePage['items'][number];

/** Every pair in which a figure of the treasury is not the unit's; whether that is a difference is for the rule to say. */
const PAIRS = `
  select p.id as projectId, p.code as code, p.name as name, o.name as organisationName, e.expenditure_fen as ownFen,
         e.fiscal_fen as ownFiscalFen, e.other_fen as ownOtherFen, f.expenditure_fen as paidFen,
         f.fiscal_fen as paidFiscalFen, f.other_fen as paidOtherFen, r.difference_note as note, r.status as status
  from project_report r
  join reported_expenditure e on e.report_id = r.id and e.superseded_at is null
  join project p on p.id = r.project_id
  join organisation o on o.id = p.organisation_id
  join treasury_figure f on f.project_id = p.id and f.month = ? and KNOWN
  where r.round_id = ? and (f.expenditure_fen <> e.expenditure_fen or f.fiscal_fen <> e.fiscal_fen
    or f.other_fen <> e.other_fen)`;

/**
 * Projects of a round whose own expenditure differs from the treasury's, unexplained ones first and then the largest.
 * A locked round is compared with what was known when it was locked (R49).
 */
@Injectable()
export class TreasuryDifferencesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
  ) {}

  /** @throws DomainError `round-not-found` */
  async run(user: CurrentUser, { year, month, page, size }: TreasuryDifferenceQuery): Promise<TreasuryDifferencePage> {
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, year, month);
    const scope = belowPaths('o.path', scopeOf(user, 'lights.read'));
    const known =
      round.lockedAt === null
        ? 'f.superseded_at is null'
        : 'f.recorded_at <= ? and (f.superseded_at is null or f.superseded_at > ?)';
    const asOf = round.lockedAt === null ? [] : [round.lockedAt, round.lockedAt];
    const sql = `${PAIRS.replace('KNOWN', known)} and ${scope.sql}`;
    const rows = await manager.query<Row[]>(sql, [month, ...asOf, round.id, ...scope.params]);
    const items = rows.flatMap(differing).sort(worstFirst);
    const start = (page - 1) * size;
    return {
      items: items.slice(start, start + size),
      total: items.length,
      unexplained: items.filter(({ note }) => note === null).length,
      page,
      size,
    };
  }
}

function differing(row: Row): Item[] {
  const own = {
    expenditureFen: Number(row.ownFen),
    fiscalFen: Number(row.ownFiscalFen),
    otherFen: Number(row.ownOtherFen),
  };
  const paid = {
    expenditureFen: numberOf(row.paidFen),
    fiscalFen: numberOf(row.paidFiscalFen),
    otherFen: numberOf(row.paidOtherFen),
  };
  const difference = treasuryDifference(own, paid);
  if (difference === null) return [];
  const { projectId, code, name, organisationName, note, status } = row;
  return [{ projectId, code, name, organisationName, own, treasury: paid, difference, note, reportStatus: status }];
}

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));

/** How much there is to explain: the total, or where that agrees the fiscal part. */
const sizeOf = ({ expenditureFen, fiscalFen }: TreasuryDifference): number =>
  Math.abs(expenditureFen === 0 ? (fiscalFen ?? 0) : expenditureFen);

function worstFirst(a: Item, b: Item): number {
  const explained = Number(a.note !== null) - Number(b.note !== null);
  return explained || sizeOf(b.difference) - sizeOf(a.difference) || (a.projectId < b.projectId ? -1 : 1);
}
