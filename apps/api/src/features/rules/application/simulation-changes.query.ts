import { explainProject } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { SimulationChangePage, SimulationChangesQueryInput } from '../http/simulations.dto.js';
import type { AssessedTwice } from '../persistence/rule-simulation-change.entity.js';
import { RuleSimulationRepository } from '../persistence/rule-simulation.repository.js';
import { requireRuleManager } from './require-rule-manager.js';

interface Row {
  readonly projectId: string;
  readonly code: string | null;
  readonly name: string;
  readonly organisationName: string;
  readonly budgetFen: number | string | null;
  readonly assessed: string;
}

const FROM = `
  from rule_simulation_change c
  join project p on p.id = c.project_id
  join organisation o on o.id = p.organisation_id`;

/** The projects of which something changes colour by rules that were tried, the worst change first, a page at a time. */
@Injectable()
export class SimulationChangesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly simulations: RuleSimulationRepository,
  ) {}

  /** @throws DomainError `forbidden`, `not-found` */
  async run(
    user: CurrentUser,
    id: string,
    { from, to, page, size }: SimulationChangesQueryInput,
    locale: Locale,
  ): Promise<SimulationChangePage> {
    requireRuleManager(user);
    const { reader } = this.uow;
    if ((await this.simulations.finished(reader, id)) === null) throw new DomainError('not-found');
    const wanted = [
      { sql: 'c.simulation_id = ?', value: id },
      { sql: 'c.light_from = ?', value: from },
      { sql: 'c.light_to = ?', value: to },
    ].filter(({ value }) => value !== undefined);
    const where = wanted.map(({ sql }) => sql).join(' and ');
    const params = wanted.map(({ value }) => value);
    const countSql = `select count(*) as total ${FROM} where ${where}`;
    const [count] = await reader.query<{ total: number | string }[]>(countSql, params);
    const sql = `
      select p.id as projectId, p.code as code, p.name as name, o.name as organisationName, c.budget_fen as budgetFen,
             c.assessed as assessed
      ${FROM} where ${where}
      order by c.change_rank, case when c.budget_fen is null then 1 else 0 end, c.budget_fen desc, p.name, p.id
      limit ? offset ?`;
    const rows = await reader.query<Row[]>(sql, [...params, size, (page - 1) * size]);
    return { items: rows.map((row) => view(row, locale)), total: Number(count?.total ?? 0), page, size };
  }
}

function view({ assessed, budgetFen, ...row }: Row, locale: Locale): SimulationChangePage['items'][number] {
  const { before, after, indicators } = JSON.parse(assessed) as AssessedTwice;
  return {
    ...row,
    adjustedBudgetFen: budgetFen === null ? null : Number(budgetFen),
    project: { from: before.light, to: after.light },
    spend: { from: before.spend.light, to: after.spend.light },
    goals: { from: before.goals.light, to: after.goals.light },
    indicators: indicators.map(({ name, from, to }) => ({ name, from, to })),
    explanationBefore: explainProject(before, locale),
    explanationAfter: explainProject(after, locale),
  };
}
