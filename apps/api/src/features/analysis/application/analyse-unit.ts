import { setImmediate as nextTurn } from 'node:timers/promises';
import { lastDayOf, type RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import {
  LightRepository,
  PoolForecastsQuery,
  SpendingHistoryRepository,
  type PoolOfProject,
  type YearEndMonth,
} from '../../monitoring/index.js';
import { OrganisationRepository, type Organisation } from '../../organisations/index.js';
import { RoundRepository, UnitDeadlines, type MonitoringRound, type UnitDeadline } from '../../reporting/index.js';
import { FiscalYearRepository } from '../../targets/index.js';
import { AnalysisRepository } from '../persistence/analysis.repository.js';
import { ProjectFactsQuery } from '../persistence/project-facts.query.js';
import { UnitsToAnalyse } from '../persistence/units-to-analyse.query.js';
import { unitAnalysed } from './analysis.events.js';
import { analyseProject, lastKnownMonth, type AnalysedProject } from './analyse-project.js';
import { totalOf } from './outlook-figures.js';
import type { ProjectToAnalyse } from './project-to-analyse.js';

/** Projects read and analysed at once. */
const STEP = 50;

/** What all projects of a unit share in a round. */
interface UnitOfRound {
  readonly round: MonitoringRound;
  readonly before: readonly MonitoringRound[];
  readonly organisation: Organisation;
  readonly deadline: UnitDeadline;
  readonly knownAt: string;
  readonly peers: readonly YearEndMonth[];
  readonly packs: Map<string, Promise<RulePack>>;
  readonly pools: Map<number, Promise<PoolOfProject | null>>;
}

/**
 * Analyses the projects of a unit in a round and stores what comes of it: the forecasts, what stands out, and what they add
 * up to. Made of the stored lights, and of spending as it is known now; may run again at any time with the same result.
 */
@Injectable()
export class AnalyseUnit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly organisations: OrganisationRepository,
    private readonly deadlines: UnitDeadlines,
    private readonly lights: LightRepository,
    private readonly spending: SpendingHistoryRepository,
    private readonly pools: PoolForecastsQuery,
    private readonly years: FiscalYearRepository,
    private readonly units: UnitsToAnalyse,
    private readonly facts: ProjectFactsQuery,
    private readonly analysis: AnalysisRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @param asPart whether that is a part of the analysis of the round
   * @returns the number of projects; 0 also where the unit or the round is gone, of which nothing is kept
   */
  async run(roundId: string, organisationId: string, asPart = false): Promise<number> {
    const manager = this.uow.reader;
    const begun = this.clock.now();
    const projectIds = await this.units.projectIds(manager, roundId, organisationId);
    const unit = await this.unitOf(roundId, organisationId);
    const analysed: AnalysedProject[] = [];
    for (let start = 0; unit !== null && start < projectIds.length; start += STEP) {
      const inputs = await this.inputs(unit, projectIds.slice(start, start + STEP));
      for (const input of inputs) {
        analysed.push(analyseProject(input, await this.poolOf(unit, input)));
        // The embedded database answers without waiting, so that requests would have to wait for all of them.
        await nextTurn();
      }
    }
    await this.store({ roundId, organisationId }, begun, analysed, asPart);
    return analysed.length;
  }

  private async unitOf(roundId: string, organisationId: string): Promise<UnitOfRound | null> {
    const manager = this.uow.reader;
    const round = await this.rounds.byId(manager, roundId);
    const organisation = await this.organisations.byId(organisationId);
    if (round === null || organisation === null) return null;
    const { year, month } = round;
    const knownAt = this.clock.now();
    const scope = { path: organisation.path, fromYear: year, toYear: year, knownAt };
    return {
      round,
      before: (await this.rounds.before(manager, year, month)).reverse(),
      organisation,
      deadline: await this.deadlines.ofUnit(manager, round, organisationId),
      knownAt,
      peers: month === 12 ? await this.spending.yearEnds(manager, scope) : [],
      packs: new Map(),
      pools: new Map(),
    };
  }

  private async inputs(unit: UnitOfRound, projectIds: readonly string[]): Promise<readonly ProjectToAnalyse[]> {
    const manager = this.uow.reader;
    const { round, before, deadline, knownAt, peers } = unit;
    const { year, month } = round;
    const lights = await this.lights.ofProjects(manager, round.id, projectIds);
    const earlier: { month: number; isLocked: boolean; lights: typeof lights }[] = [];
    for (const one of before) {
      const ofRound = await this.lights.ofProjects(manager, one.id, projectIds);
      earlier.push({ month: one.month, isLocked: one.status === 'locked', lights: ofRound });
    }
    const records = await this.spending.ofProjects(manager, year, projectIds);
    const facts = await this.facts.run(manager, round.id, lastDayOf(round), projectIds);
    const inputs: ProjectToAnalyse[] = [];
    for (const [id, rows] of lights) {
      const [spending, own] = [records.get(id), facts.get(id)];
      if (spending === undefined || own === undefined) continue;
      inputs.push({
        year,
        month,
        rows,
        earlier: earlier.flatMap((one) => {
          const light = one.lights.get(id);
          return light === undefined ? [] : [{ month: one.month, isLocked: one.isLocked, rows: light }];
        }),
        rulePack: await this.packOf(unit, rows.project.rulePackRef),
        spending,
        facts: own,
        deadline,
        knownAt,
        peers,
      });
    }
    return inputs;
  }

  private packOf({ packs }: UnitOfRound, ref: string): Promise<RulePack> {
    const found = packs.get(ref) ?? this.years.rulePack(this.uow.reader, ref);
    packs.set(ref, found);
    return found;
  }

  /** The chain ladder of the unit by the last month of which the project's spending is known (R45). */
  private async poolOf(
    { round, organisation, knownAt, pools }: UnitOfRound,
    input: ProjectToAnalyse,
  ): Promise<PoolOfProject | null> {
    const month = lastKnownMonth(input);
    if (month === null) return null;
    const found = pools.get(month) ?? this.pools.ofUnit(organisation, round.year, month, knownAt);
    pools.set(month, found);
    return found;
  }

  /** @param begun instant at which its lights were read */
  private async store(
    unit: { readonly roundId: string; readonly organisationId: string },
    begun: string,
    analysed: readonly AnalysedProject[],
    asPart: boolean,
  ): Promise<void> {
    const figures = totalOf(analysed.map((one) => one.figures));
    const outlook = {
      id: newId(),
      ...unit,
      projects: figures.projects,
      budgetFen: figures.money.budgetFen,
      spentFen: figures.money.spentFen,
      plannedFen: figures.money.plannedFen,
      goalProjects: figures.goals.projects,
      goalSum: figures.goals.percent,
      figures,
      computedAt: begun,
    };
    await this.uow.run(async (manager) => {
      await this.analysis.replace(manager, outlook, {
        forecasts: analysed.map(({ forecast }) => forecast),
        findings: analysed.flatMap(({ findings }) => findings),
      });
      await this.events.publish(manager, unitAnalysed({ ...unit, asPart }));
    });
  }
}
