import {
  draftEvaluationReport,
  draftMonitoringReport,
  type EvaluationReportFacts,
  type MonitoringReportFacts,
  type ReportContent,
  type ReportPlace,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { Pace } from '../../../platform/runtime/pace.js';
import type { Organisation, OrganisationKind } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { canonical, sha256 } from '../../seals/index.js';
import type { OfficialReport } from '../persistence/official-report.entity.js';
import { LoadEvaluationFacts } from './load-evaluation-facts.js';
import { LoadMonitoringFacts } from './load-monitoring-facts.js';

/** A draft with what it was made of. */
export interface DraftedContent {
  readonly content: ReportContent;
  readonly factsHash: string;
  readonly figuresHash: string;
  readonly factsAt: string;
  readonly settled: boolean;
}

const PLACE_KINDS: Readonly<Record<OrganisationKind, ReportPlace['kind']>> = {
  financeBureau: 'county',
  department: 'department',
  unit: 'unit',
};

export const placeOf = ({ id, name, kind }: Organisation): ReportPlace => ({ id, name, kind: PLACE_KINDS[kind] });

export type ReportedPeriod = Pick<OfficialReport, 'kind' | 'year' | 'month'>;

/** Drafts a report from the figures as they are now. */
@Injectable()
export class DraftContent {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly monitoring: LoadMonitoringFacts,
    private readonly evaluations: LoadEvaluationFacts,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `round-not-found`, `evaluation-year-not-open` */
  async run(
    manager: EntityManager,
    organisation: Organisation,
    period: ReportedPeriod,
    pace = new Pace({}),
  ): Promise<DraftedContent> {
    const factsAt = this.clock.now();
    const drafted =
      period.kind === 'monitoring'
        ? await this.ofRound(manager, organisation, period, pace)
        : await this.ofYear(manager, organisation, period, pace);
    const { facts, figures, ...rest } = drafted;
    return { ...rest, factsHash: sha256(canonical(facts)), figuresHash: sha256(canonical(figures)), factsAt };
  }

  private async ofRound(
    manager: EntityManager,
    organisation: Organisation,
    { year, month }: ReportedPeriod,
    pace: Pace,
  ): Promise<Drafted> {
    const round = await this.rounds.require(manager, year, month);
    const facts = await this.monitoring.run(manager, placeOf(organisation), organisation.path, round, pace);
    const settled = round.status === 'locked';
    return { content: draftMonitoringReport(facts), facts, figures: figuresOf(facts), settled };
  }

  private async ofYear(
    manager: EntityManager,
    organisation: Organisation,
    { year }: ReportedPeriod,
    pace: Pace,
  ): Promise<Drafted> {
    const facts = await this.evaluations.run(manager, placeOf(organisation), organisation.path, year, pace);
    const settled = facts.evaluations.every(({ accepted }) => accepted);
    return { content: draftEvaluationReport(facts), facts, figures: scoresOf(facts), settled };
  }
}

type Drafted = Pick<DraftedContent, 'content' | 'settled'> & { readonly facts: object; readonly figures: object };

/** What acceptance settles. */
const scoresOf = ({ evaluations, goals }: EvaluationReportFacts): object => ({
  goals,
  evaluations: evaluations.map(({ projectName: _name, unitName: _unitName, ...scores }) => scores),
});

/** What the lock of a round settles; alerts are answered and rectifications go on after it. */
const figuresOf = ({ projects, months }: MonitoringReportFacts): object => ({
  months,
  projects: projects.map(({ forecastFen: _forecast, name: _name, unitName: _unitName, ...figures }) => figures),
});
