import { expenditureOfYear, isEvaluationEditable } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockRows } from '../../../platform/database/row-locks.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, EVERYWHERE, scopeOf, type Actor, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import type { FinalAccountsResult } from '../http/final-accounts.dto.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';
import type { FinalAccount } from '../persistence/final-account.entity.js';
import { FinalAccountRepository } from '../persistence/final-account.repository.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import { accountedRow } from './accounted-row.js';
import type { AccountsDelivery } from './accounts-delivery.js';
import { finalAccountsTaken } from './evaluation.events.js';
import { plannedAccounts, type PlannedAccount } from './planned-accounts.js';

/** Longest list of refused rows in one answer. */
const MAX_ISSUES = 500;

interface Plan {
  readonly accounts: readonly PlannedAccount[];
  readonly evaluations: ReadonlyMap<string, SelfEvaluation>;
}

/**
 * Takes final accounts in (决算), all of a delivery or nothing. Evaluations that the unit still has are scored by them at once; of those
 * that were handed in only the difference is shown, until they are returned or reopened.
 */
@Injectable()
export class TakeFinalAccounts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: FinalAccountRepository,
    private readonly years: EvaluationYearRepository,
    private readonly rules: EvaluationRuleRepository,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `final-accounts-refused` with every row at fault, of a dry run too */
  async run(
    user: CurrentUser,
    delivery: AccountsDelivery,
    { dryRun }: { readonly dryRun: boolean },
    remoteAddress?: string,
  ): Promise<FinalAccountsResult> {
    if (dryRun) return resultOf(delivery, await this.plan(this.uow.reader, user, delivery, false), false);
    return this.uow.run(async (manager) => {
      await this.years.holdOpen(manager, delivery.year, 'shared');
      const plan = await this.plan(manager, user, delivery, true);
      const by = actorAt(user, 'treasury.write', scopeOf(user, 'treasury.write')[0] ?? EVERYWHERE);
      await this.store(manager, delivery, plan, by, remoteAddress);
      return resultOf(delivery, plan, true);
    });
  }

  private async plan(
    manager: EntityManager,
    user: CurrentUser,
    { year, rows, faults }: AccountsDelivery,
    lock: boolean,
  ): Promise<Plan> {
    const codes = [...new Set(rows.flatMap(({ code }) => code ?? []))];
    const names = [...new Set(rows.flatMap(({ code, name }) => (code === null ? (name ?? []) : [])))];
    const paths = scopeOf(user, 'treasury.write');
    const projects = await this.accounts.projects(manager, year, paths, { codes, names });
    const ids = projects.map(({ id }) => id);
    if (lock) await lockRows(manager, 'project', ids, 'exclusive');
    const { accounts, issues } = plannedAccounts(rows, projects, await this.accounts.current(manager, ids));
    const refused = [...faults.map(({ at, problem }) => ({ path: at, ...problem })), ...issues];
    if (refused.length > 0) {
      throw new DomainError('final-accounts-refused', { rows: refused.length }, refused.slice(0, MAX_ISSUES));
    }
    const seen = await this.evaluations.ofProjects(manager, ids);
    if (!lock) return { accounts, evaluations: seen };
    const held = await this.evaluations.hold(
      manager,
      [...seen.values()].map(({ id }) => id),
    );
    return { accounts, evaluations: new Map(held.map((row) => [row.projectId, row])) };
  }

  private async store(
    manager: EntityManager,
    { year, sourceName }: AccountsDelivery,
    { accounts, evaluations }: Plan,
    by: Actor,
    remoteAddress: string | undefined,
  ): Promise<void> {
    const now = this.clock.now();
    const changed = accounts.filter(({ outcome }) => outcome !== 'unchanged');
    if (changed.length === 0) return;
    const rows = changed.map(({ row, project, amounts, before }): FinalAccount => ({
      id: newId(),
      projectId: project.id,
      year,
      revision: (before?.revision ?? 0) + 1,
      ...amounts,
      note: row.note,
      sourceName,
      recordedBy: by.actor,
      recordedFor: by.onBehalfOf,
      recordedAt: now,
      supersededAt: null,
    }));
    await this.accounts.put(manager, rows, now);
    const scored = await this.score(manager, year, rows, evaluations);
    const counts = countsOf({ accounts, evaluations });
    await this.audit.record(manager, {
      ...by,
      action: 'evaluations.take-accounts',
      subject: `evaluation-year/${year}`,
      after: { ...counts, source: sourceName },
      remoteAddress,
    });
    const projectIds = rows.map(({ projectId }) => projectId);
    const rescored = scored.filter((row) => hasOtherPoints(row, evaluations.get(row.projectId)));
    const taken = { year, projectIds, evaluations: scored, rescored, actor: by.actor };
    await this.events.publish(manager, finalAccountsTaken(taken));
  }

  /** @returns the evaluations that are scored by them now */
  private async score(
    manager: EntityManager,
    key: number,
    accounts: readonly FinalAccount[],
    evaluations: ReadonlyMap<string, SelfEvaluation>,
  ): Promise<readonly SelfEvaluation[]> {
    const year = await this.years.find(manager, key);
    if (year === null) return [];
    const rules = await this.rules.content(manager, year.rulesRef);
    const scored: SelfEvaluation[] = [];
    const shown: SelfEvaluation[] = [];
    for (const account of accounts) {
      const row = evaluations.get(account.projectId);
      if (row === undefined) continue;
      if (isEvaluationEditable(row.state)) {
        const { rulesRef } = year;
        scored.push({ ...row, ...accountedRow(row, { rules, account }), rulesRef, version: row.version + 1 });
      } else shown.push({ ...row, finalAccountFen: account.expenditureFen });
    }
    await this.evaluations.replace(manager, [...scored, ...shown]);
    return scored;
  }
}

const hasOtherPoints = (row: SelfEvaluation, before: SelfEvaluation | undefined): boolean =>
  row.total !== before?.total || row.unitScores.execution.points !== before.unitScores.execution.points;

type Taken = FinalAccountsResult['rows'][number];

function resultOf({ year, ignoredColumns }: AccountsDelivery, plan: Plan, saved: boolean): FinalAccountsResult {
  return {
    year,
    saved,
    counts: countsOf(plan),
    rows: plan.accounts.map((each) => takenView(each, plan.evaluations.get(each.project.id))),
    ignoredColumns: [...ignoredColumns],
  };
}

function countsOf({ accounts, evaluations }: Plan): FinalAccountsResult['counts'] {
  const counts = { new: 0, changed: 0, unchanged: 0, scored: 0, shown: 0 };
  for (const { outcome, project } of accounts) {
    counts[outcome] += 1;
    const effect = effectOf(outcome, evaluations.get(project.id));
    if (effect !== 'none') counts[effect] += 1;
  }
  return counts;
}

function takenView({ row, project, amounts, before, outcome }: PlannedAccount, evaluation?: SelfEvaluation): Taken {
  const roundFen = evaluation?.roundExpenditureFen ?? null;
  const { difference } = expenditureOfYear(roundFen, amounts.expenditureFen, evaluation?.adjustedBudgetFen ?? null);
  return {
    at: row.at,
    projectId: project.id,
    projectName: project.name,
    outcome,
    expenditureFen: amounts.expenditureFen,
    beforeFen: before?.expenditureFen ?? null,
    roundFen,
    differenceFen: difference?.fen ?? null,
    ratePoints: difference?.ratePoints ?? null,
    effect: effectOf(outcome, evaluation),
  };
}

function effectOf(outcome: PlannedAccount['outcome'], evaluation: SelfEvaluation | undefined): Taken['effect'] {
  if (evaluation === undefined || outcome === 'unchanged') return 'none';
  return isEvaluationEditable(evaluation.state) ? 'scored' : 'shown';
}
