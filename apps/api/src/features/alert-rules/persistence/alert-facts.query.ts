import { spendGoalMismatch, type AlertFacts, type Light, type RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { LightRepository, type StoredIndicatorLight, type StoredProjectAssessment } from '../../monitoring/index.js';
import { RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import { FiscalYearRepository } from '../../targets/index.js';
import type { ProjectToAlert } from '../application/project-to-alert.js';
import { AlertBackground, type Background } from './alert-background.query.js';

/** Projects of a chunk: what a few statements read at once, and what is held of a county at a time. */
const CHUNK = 1000;

export interface FactsWanted {
  /** Units by which the lights are found; left out: the whole round. */
  readonly organisationIds?: readonly string[];
  /** Projects per chunk, at most 1000. */
  readonly size?: number;
}

/** Money comes as text from MySQL, and flags as numbers. */
interface Row {
  readonly lightId: string;
  readonly projectId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly light: Light;
  readonly spendLight: Light;
  readonly goalLight: Light;
  readonly exempt: number | boolean;
  readonly budgetFen: number | string | null;
  readonly expenditureFen: number | string | null;
  readonly mismatch: string | null;
  readonly notReported: number | boolean;
  readonly awaitingReport: number | boolean;
  readonly rulePackRef: string;
  readonly assessment: string;
  readonly forecastPercent: number | string | null;
}

const ROWS = `
  select l.id as lightId, l.project_id as projectId, l.organisation_id as organisationId, p.name as name,
    l.light as light, l.spend_light as spendLight, l.goal_light as goalLight, l.exempt as exempt,
    l.adjusted_budget_fen as budgetFen, l.expenditure_fen as expenditureFen, l.mismatch as mismatch,
    l.not_reported as notReported, l.awaiting_report as awaitingReport, l.rule_pack_ref as rulePackRef, l.assessment as assessment,
    f.forecast_percent as forecastPercent
  from project_light l
  join project p on p.id = l.project_id
  left join project_forecast f on f.round_id = l.round_id and f.project_id = l.project_id
  where l.round_id = ? and l.project_id in`;

/**
 * What the projects of a round show that alerts are decided by, as stored: their lights and forecasts, the lights of the
 * rounds before, and what their units call out of reach. A handful of statements per chunk, however many projects.
 */
@Injectable()
export class AlertFactsQuery {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly lights: LightRepository,
    private readonly years: FiscalYearRepository,
    private readonly background: AlertBackground,
  ) {}

  /** Some projects after the other, in the order of their ids. @returns nothing where the round is gone */
  async *chunks(
    manager: EntityManager,
    roundId: string,
    { organisationIds, size = CHUNK }: FactsWanted = {},
  ): AsyncGenerator<readonly ProjectToAlert[]> {
    const round = await this.rounds.byId(manager, roundId);
    if (round === null || organisationIds?.length === 0) return;
    const projectIds = await this.projectIds(manager, roundId, organisationIds);
    const packs = new Map<string, RulePack>();
    for (let start = 0; start < projectIds.length; start += size) {
      yield await this.chunk(manager, round, projectIds.slice(start, start + size), packs);
    }
  }

  private async projectIds(
    manager: EntityManager,
    roundId: string,
    organisationIds?: readonly string[],
  ): Promise<readonly string[]> {
    const within =
      organisationIds === undefined ? '' : `and organisation_id in (${placeholders(organisationIds.length)})`;
    const sql = `select project_id as projectId from project_light where round_id = ? ${within} order by project_id`;
    const rows = await manager.query<{ projectId: string }[]>(sql, [roundId, ...(organisationIds ?? [])]);
    return rows.map(({ projectId }) => projectId);
  }

  private async chunk(
    manager: EntityManager,
    round: MonitoringRound,
    projectIds: readonly string[],
    packs: Map<string, RulePack>,
  ): Promise<readonly ProjectToAlert[]> {
    const rows = await manager.query<Row[]>(`${ROWS} (${placeholders(projectIds.length)}) order by l.project_id`, [
      round.id,
      ...projectIds,
    ]);
    const background = await this.background.of(manager, round, rows);
    const looked = rows.filter((row) => row.mismatch !== null || background.impossible.has(row.projectId));
    const indicators =
      looked.length === 0
        ? new Map<string, readonly StoredIndicatorLight[]>()
        : await this.lights.indicatorsOf(
            manager,
            looked.map(({ lightId }) => lightId),
          );
    for (const { rulePackRef } of looked) {
      if (!packs.has(rulePackRef)) packs.set(rulePackRef, await this.years.rulePack(manager, rulePackRef));
    }
    return rows.map((row) => {
      const { projectId, organisationId, name } = row;
      const pack = packs.get(row.rulePackRef);
      return {
        projectId,
        organisationId,
        name,
        isReported: Number(row.notReported) === 0 && Number(row.awaitingReport) === 0,
        facts: factsOf(row, background, indicators.get(row.lightId) ?? [], pack),
      };
    });
  }
}

function factsOf(
  row: Row,
  background: Background,
  indicators: readonly StoredIndicatorLight[],
  rulePack: RulePack | undefined,
): AlertFacts {
  const assessment = JSON.parse(row.assessment) as StoredProjectAssessment;
  const { spend, missing } = assessment;
  const goals = { ...assessment.goals, indicators: indicators.map((each) => each.assessment) };
  const mismatch =
    row.mismatch === null || rulePack === undefined ? null : spendGoalMismatch({ ...assessment, goals }, rulePack);
  const called = background.impossible.get(row.projectId);
  return {
    period: assessment.period,
    light: row.light,
    spendLight: row.spendLight,
    goalLight: row.goalLight,
    exempt: Number(row.exempt) === 1,
    budgetFen: numberOf(row.budgetFen),
    expenditureFen: numberOf(row.expenditureFen),
    executionRate: spend.executionRate,
    plannedRate: spend.plannedRate,
    gapToPlan: spend.gapToPlan,
    mismatch: mismatch?.side ? mismatch : null,
    // "No data" with its reason is an answer, if a poor one: the unit has reported.
    notReported: Number(row.notReported) === 1 && (missing.expenditure || missing.indicators > 0),
    forecastPercent: row.forecastPercent === null ? null : Number(row.forecastPercent) / 100,
    impossible: indicators.flatMap(({ assessment: { id, name } }) => {
      const note = called?.get(id);
      return note === undefined ? [] : [{ name, note }];
    }),
    rush: background.rush.get(row.projectId) ?? null,
    earlier: background.earlier.get(row.projectId) ?? [],
  };
}

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));
