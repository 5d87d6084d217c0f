import { expenditureOfYear } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import type { FinalAccountPage, FinalAccountQuery } from '../http/final-accounts.dto.js';
import { FinalAccountRows } from '../persistence/final-account-rows.query.js';
import { executionRateOf } from './execution-rate.js';

/** The final accounts of a year in force, with what they make different from December. */
@Injectable()
export class FinalAccountsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: FinalAccountRows,
    private readonly names: PeopleNames,
  ) {}

  async run(user: CurrentUser, year: number, query: FinalAccountQuery): Promise<FinalAccountPage> {
    const { reader } = this.uow;
    const { items, total } = await this.rows.page(reader, year, scopeOf(user, 'lights.read'), query);
    const views = items.map(({ adjustedBudgetFen, ...row }) => ({
      ...row,
      differenceFen: expenditureOfYear(row.roundFen, row.expenditureFen, adjustedBudgetFen).difference?.fen ?? null,
      executionRate: executionRateOf(adjustedBudgetFen, row.expenditureFen),
    }));
    const { page, size } = query;
    return { items: await this.names.beside(reader, views, 'recordedBy'), total, page, size };
  }
}
