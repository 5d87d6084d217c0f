import type { BudgetAdjustment, Direction, IndicatorKind, IndicatorTarget, Operator } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import type { StoredContent } from '../application/stored-target.js';
import type { Project } from './project.entity.js';

/** An indicator with nothing but what it is judged by. */
export interface JudgedIndicator extends IndicatorTarget {
  readonly lineageId: string;
  readonly directionConfirmed: boolean;
}

/** What a project is judged by of all that is stored of its targets. A `StoredTarget` is one as well. */
export interface JudgedTarget {
  readonly project: Pick<Project, 'id' | 'organisationId' | 'personnel' | 'startMonth'>;
  readonly content: Pick<StoredContent, 'initialBudgetFen' | 'schedule'> & {
    readonly indicators: readonly JudgedIndicator[];
  };
}

/** The same with the version it is and the adjustments of the budget, oldest first (R6). */
export interface VersionedTarget extends JudgedTarget {
  readonly version: number;
  readonly adjustments: readonly BudgetAdjustment[];
}

interface ProjectRow {
  readonly id: string;
  readonly organisationId: string;
  readonly personnel: number;
  readonly startMonth: number;
  readonly versionId: string;
  readonly version: number;
  readonly initialBudgetFen: number | null;
}

interface CheckpointRow {
  readonly versionId: string;
  readonly month: number;
  readonly percent: string;
}

interface IndicatorRow {
  readonly versionId: string;
  readonly lineageId: string;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly description: string | null;
  readonly rawValue: string;
  readonly operator: Operator;
  readonly number: string | null;
  readonly unit: string | null;
  readonly dueDate: string | null;
  readonly gate: string | null;
  readonly operatorPrinted: number;
  readonly direction: Direction | null;
  readonly directionInferred: number;
  readonly directionConfirmed: number;
  readonly basis: string | null;
  readonly kind: IndicatorKind;
  readonly assessedFrom: number;
}

interface AdjustmentRow extends BudgetAdjustment {
  readonly projectId: string;
}

const projectsSql = (count: number): string => `
  select p.id as id, p.organisation_id as organisationId, p.personnel as personnel, p.start_month as startMonth,
         v.id as versionId, v.version as version, v.initial_budget_fen as initialBudgetFen
  from project p
  left join round_target t on t.round_id = ? and t.project_id = p.id
  join target_version v on v.project_id = p.id and v.version = coalesce(t.version, p.current_version)
  where p.year = ? and p.start_month <= ? and p.id in (${placeholders(count)}) order by p.id`;

const checkpointsSql = (count: number): string => `
  select target_version_id as versionId, month as month, percent as percent from schedule_checkpoint
  where target_version_id in (${placeholders(count)}) order by target_version_id, month`;

const indicatorsSql = (count: number): string => `
  select target_version_id as versionId, lineage_id as lineageId, level1 as level1, level2 as level2, name as name,
         description as description, raw_value as rawValue, operator as operator, \`number\` as \`number\`, unit as unit,
         due_date as dueDate, gate as gate, operator_printed as operatorPrinted, direction as direction,
         direction_inferred as directionInferred, direction_confirmed as directionConfirmed, basis as basis,
         kind as kind, assessed_from as assessedFrom
  from indicator where target_version_id in (${placeholders(count)}) order by target_version_id, ordinal`;

const adjustmentsSql = (count: number): string => `
  select project_id as projectId, effective_on as effectiveOn, kind as kind, amount_fen as amountFen
  from budget_adjustment where project_id in (${placeholders(count)}) order by project_id, effective_on, id`;

/**
 * What projects of a round are judged by of their targets, read as plain rows of just the columns that count: the entities
 * of a thousand projects cost more time than judging them.
 */
@Injectable()
export class JudgedTargetQuery {
  /**
   * @param projectIds some hundred; who had not been added by the round's month, or is of another year, is left out
   * @returns in order of the ids, each with the targets by which the round judges it (R27)
   */
  async run(
    manager: EntityManager,
    round: { readonly id: string; readonly year: number; readonly month: number },
    projectIds: readonly string[],
  ): Promise<readonly VersionedTarget[]> {
    if (projectIds.length === 0) return [];
    const values = [round.id, round.year, round.month, ...projectIds];
    const projects = await manager.query<ProjectRow[]>(projectsSql(projectIds.length), values);
    if (projects.length === 0) return [];
    const versionIds = projects.map(({ versionId }) => versionId);
    const checkpoints = await manager.query<CheckpointRow[]>(checkpointsSql(versionIds.length), versionIds);
    const indicators = await manager.query<IndicatorRow[]>(indicatorsSql(versionIds.length), versionIds);
    const adjustments = await manager.query<AdjustmentRow[]>(adjustmentsSql(projectIds.length), [...projectIds]);
    return together(projects, checkpoints, indicators, adjustments);
  }
}

function together(
  projects: readonly ProjectRow[],
  checkpoints: readonly CheckpointRow[],
  indicators: readonly IndicatorRow[],
  adjustments: readonly AdjustmentRow[],
): readonly VersionedTarget[] {
  const checkpointsOf = groupBy(checkpoints, ({ versionId }) => versionId);
  const indicatorsOf = groupBy(indicators, ({ versionId }) => versionId);
  const adjustmentsOf = groupBy(adjustments, ({ projectId }) => projectId);
  return projects.map(({ id, organisationId, personnel, startMonth, versionId, version, initialBudgetFen }) => ({
    project: { id, organisationId, personnel: Boolean(personnel), startMonth },
    version,
    content: {
      initialBudgetFen: numberOf(initialBudgetFen),
      schedule:
        checkpointsOf.get(versionId)?.map(({ month, percent }) => ({ month, percent: Number(percent) })) ?? null,
      indicators: (indicatorsOf.get(versionId) ?? []).map(judgedIndicator),
    },
    adjustments: (adjustmentsOf.get(id) ?? []).map(({ effectiveOn, kind, amountFen }) => ({
      effectiveOn,
      kind,
      amountFen: Number(amountFen),
    })),
  }));
}

const judgedIndicator = (row: IndicatorRow): JudgedIndicator => ({
  lineageId: row.lineageId,
  directionConfirmed: Boolean(row.directionConfirmed),
  level1: row.level1,
  level2: row.level2,
  name: row.name,
  description: row.description,
  rawValue: row.rawValue,
  operator: row.operator,
  number: numberOf(row.number),
  unit: row.unit,
  dueDate: row.dueDate,
  gate: numberOf(row.gate),
  operatorPrinted: Boolean(row.operatorPrinted),
  direction: row.direction,
  directionInferred: Boolean(row.directionInferred),
  basis: row.basis,
  kind: row.kind,
  assessedFrom: row.assessedFrom,
});

/** Exact decimals are stored as text, and large whole numbers may come as text. */
const numberOf = (value: string | number | null): number | null => (value === null ? null : Number(value));
