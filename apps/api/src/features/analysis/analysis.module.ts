import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { HOUR_MS, RepeatedWork } from '../../platform/jobs/repeated-work.js';
import { IdentityModule } from '../identity/index.js';
import { MonitoringModule } from '../monitoring/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { TreasuryModule } from '../treasury/index.js';
import { AnalyseUnit } from './application/analyse-unit.js';
import { BreakdownQuery } from './application/breakdown.query.js';
import { FindingsQuery } from './application/findings.query.js';
import { FollowLights } from './application/follow-lights.js';
import { ForecastPageQuery } from './application/forecast-page.query.js';
import { ForecastRankingQuery } from './application/forecast-ranking.query.js';
import { LinkedProjectsQuery } from './application/linked-projects.query.js';
import { OutlooksQuery } from './application/outlooks.query.js';
import { UnitComparisonQuery } from './application/unit-comparison.query.js';
import { YearComparisonQuery } from './application/year-comparison.query.js';
import { YearEndRushesQuery } from './application/year-end-rushes.query.js';
import { AnalysisController } from './http/analysis.controller.js';
import { AnalyseRoundHandler } from './jobs/analyse-round.handler.js';
import { AnalyseUnitsHandler } from './jobs/analyse-units.handler.js';
import { ANALYSIS_JOBS } from './jobs/analysis.jobs.js';
import { AnalysisRepository } from './persistence/analysis.repository.js';
import { LeftOutQuery } from './persistence/left-out.query.js';
import { ProjectFactsQuery } from './persistence/project-facts.query.js';
import { UnitsToAnalyse } from './persistence/units-to-analyse.query.js';

@Module({
  imports: [IdentityModule, MonitoringModule, OrganisationsModule, ReportingModule, TargetsModule, TreasuryModule],
  controllers: [AnalysisController],
  providers: [
    AnalyseRoundHandler,
    AnalyseUnit,
    AnalyseUnitsHandler,
    AnalysisRepository,
    BreakdownQuery,
    FindingsQuery,
    FollowLights,
    ForecastPageQuery,
    ForecastRankingQuery,
    LeftOutQuery,
    LinkedProjectsQuery,
    OutlooksQuery,
    ProjectFactsQuery,
    UnitComparisonQuery,
    UnitsToAnalyse,
    YearComparisonQuery,
    YearEndRushesQuery,
  ],
  exports: [UnitsToAnalyse],
})
export class AnalysisModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly round: AnalyseRoundHandler,
    private readonly units: AnalyseUnitsHandler,
    private readonly repeated: RepeatedWork,
    private readonly follow: FollowLights,
  ) {}

  onModuleInit(): void {
    this.registry
      .declare(...ANALYSIS_JOBS)
      .register(this.round)
      .register(this.units);
    this.repeated.every(HOUR_MS, 'Looking for rounds that nobody analysed', () => this.follow.catchUp());
  }
}
