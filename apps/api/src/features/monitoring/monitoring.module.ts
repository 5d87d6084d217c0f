import { Module, type OnModuleInit } from '@nestjs/common';
import { MINUTE_MS, RepeatedWork } from '../../platform/jobs/repeated-work.js';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { TreasuryModule } from '../treasury/index.js';
import { BackTestQuery } from './application/back-test/back-test.query.js';
import { FollowYearEnds } from './application/back-test/follow-year-ends.js';
import { PastErrorQuery } from './application/back-test/past-error.query.js';
import { RequestBackTest } from './application/back-test/request-back-test.js';
import { RunBackTest } from './application/back-test/run-back-test.js';
import { CarryOver } from './application/carry-over.js';
import { CarryOverQuery } from './application/carry-over.query.js';
import { DrawSample } from './application/draw-sample.js';
import { FollowChanges } from './application/follow-changes.js';
import { FollowRemovals } from './application/follow-removals.js';
import { FollowTreasury } from './application/follow-treasury.js';
import { HealLights } from './application/heal-lights.js';
import { JudgeProjects } from './application/judge-projects.js';
import { JudgementInputs } from './application/judgement-inputs.js';
import { LastYearQuery } from './application/last-year.query.js';
import { LightListQuery } from './application/light-list.query.js';
import { LightsDocumentQuery } from './application/lights-document.query.js';
import { LockWhenComputed } from './application/lock-when-computed.js';
import { OriginalLightsQuery } from './application/original-lights.query.js';
import { OverviewQuery } from './application/overview.query.js';
import { ChangedLightsQuery } from './application/overview/changed-lights.query.js';
import { FillStandings } from './application/overview/fill-standings.js';
import { FollowOpenedRounds } from './application/overview/follow-opened-rounds.js';
import { LaggingProjectsQuery } from './application/overview/lagging-projects.query.js';
import { LargestProjectsQuery } from './application/overview/largest-projects.query.js';
import { NotReportedQuery } from './application/overview/not-reported.query.js';
import { RefreshSummary } from './application/overview/refresh-summary.js';
import { SummarySources } from './application/overview/summary-sources.js';
import { SummaryRequests } from './application/overview/summary-requests.js';
import { SummedViews } from './application/overview/summed-view.js';
import { UnitsInScopeQuery } from './application/overview/units-in-scope.query.js';
import { ViewOfRound } from './application/overview/view-of-round.js';
import { WatchSummaries } from './application/overview/watch-summaries.js';
import { ProjectCurveQuery } from './application/project-curve.query.js';
import { ProjectLightsQuery } from './application/project-lights.query.js';
import { ProjectTrendsQuery } from './application/project-trends.query.js';
import { ProjectVerificationQuery } from './application/project-verification.query.js';
import { RecomputeRequests } from './application/recompute-requests.js';
import { RecordVerified } from './application/record-verified.js';
import { RequestLock } from './application/request-lock.js';
import { RequestRecompute } from './application/request-recompute.js';
import { RoundVerificationQuery } from './application/round-verification.query.js';
import { StaleLights } from './application/stale-lights.js';
import { PoolForecastsQuery } from './application/time-series/pool-forecasts.query.js';
import { PredecessorsQuery } from './application/time-series/predecessors.query.js';
import { ProjectYears } from './application/time-series/project-years.js';
import { VerifyRoundQuery } from './application/verify-round.query.js';
import { WaitForLights } from './application/wait-for-lights.js';
import { WatchDeadlines } from './application/watch-deadlines.js';
import { BackTestController } from './http/back-test.controller.js';
import { CarryOverController } from './http/carry-over.controller.js';
import { MonitoringController } from './http/monitoring.controller.js';
import { OverviewController } from './http/overview.controller.js';
import { TimeSeriesController } from './http/time-series.controller.js';
import { VerificationController } from './http/verification.controller.js';
import { BackTestHandler } from './jobs/back-test.handler.js';
import { backTestJob } from './jobs/back-test.jobs.js';
import { LockRoundHandler } from './jobs/lock-round.handler.js';
import { lockRoundJob } from './jobs/lock-round.jobs.js';
import { RecomputeChunkHandler } from './jobs/recompute-chunk.handler.js';
import { RecomputeProjectHandler } from './jobs/recompute-project.handler.js';
import { RecomputeRoundHandler } from './jobs/recompute-round.handler.js';
import { RECOMPUTE_JOBS } from './jobs/recompute.jobs.js';
import { SummariseLightsHandler } from './jobs/summarise-lights.handler.js';
import { summariseLightsJob } from './jobs/summarise-lights.job.js';
import { BackTestRepository } from './persistence/back-test.repository.js';
import { LightSummaryRepository } from './persistence/light-summary.repository.js';
import { LightRepository } from './persistence/light.repository.js';
import { LightSearch } from './persistence/light-search.query.js';
import { LightSums } from './persistence/light-sums.repository.js';
import { PastSpendingRepository } from './persistence/past-spending.repository.js';
import { PreviousLights } from './persistence/previous-light.repository.js';
import { RecomputeJobRepository } from './persistence/recompute-job.repository.js';
import { SpendingHistoryRepository } from './persistence/spending-history.repository.js';
import { StandingRepository } from './persistence/standing.repository.js';
import { SummaryJobRepository } from './persistence/summary-job.repository.js';
import { VerificationRepository } from './persistence/verification.repository.js';

@Module({
  imports: [AuditModule, IdentityModule, ReportingModule, TargetsModule, TreasuryModule],
  controllers: [
    BackTestController,
    CarryOverController,
    MonitoringController,
    OverviewController,
    TimeSeriesController,
    VerificationController,
  ],
  providers: [
    BackTestHandler,
    BackTestQuery,
    BackTestRepository,
    CarryOver,
    CarryOverQuery,
    ChangedLightsQuery,
    DrawSample,
    FillStandings,
    FollowChanges,
    FollowOpenedRounds,
    FollowRemovals,
    FollowTreasury,
    FollowYearEnds,
    HealLights,
    JudgeProjects,
    JudgementInputs,
    LaggingProjectsQuery,
    LargestProjectsQuery,
    LastYearQuery,
    LightListQuery,
    LightRepository,
    LightSearch,
    LightSummaryRepository,
    LightSums,
    LightsDocumentQuery,
    LockRoundHandler,
    LockWhenComputed,
    NotReportedQuery,
    OriginalLightsQuery,
    OverviewQuery,
    PastErrorQuery,
    PastSpendingRepository,
    PoolForecastsQuery,
    PredecessorsQuery,
    PreviousLights,
    ProjectCurveQuery,
    ProjectLightsQuery,
    ProjectTrendsQuery,
    ProjectVerificationQuery,
    ProjectYears,
    RecomputeChunkHandler,
    RecomputeJobRepository,
    RecomputeProjectHandler,
    RecomputeRequests,
    RecomputeRoundHandler,
    RecordVerified,
    RefreshSummary,
    RequestBackTest,
    RequestLock,
    RequestRecompute,
    RoundVerificationQuery,
    SpendingHistoryRepository,
    RunBackTest,
    StaleLights,
    StandingRepository,
    SummariseLightsHandler,
    SummaryJobRepository,
    SummaryRequests,
    SummarySources,
    SummedViews,
    UnitsInScopeQuery,
    VerificationRepository,
    VerifyRoundQuery,
    ViewOfRound,
    WaitForLights,
    WatchDeadlines,
    WatchSummaries,
  ],
  exports: [
    CarryOver,
    CarryOverQuery,
    LightRepository,
    LightsDocumentQuery,
    LockWhenComputed,
    OverviewQuery,
    PoolForecastsQuery,
    RecomputeJobRepository,
    RequestBackTest,
    RequestRecompute,
    SpendingHistoryRepository,
    VerifyRoundQuery,
    WaitForLights,
  ],
})
export class MonitoringModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly project: RecomputeProjectHandler,
    private readonly round: RecomputeRoundHandler,
    private readonly chunk: RecomputeChunkHandler,
    private readonly lock: LockRoundHandler,
    private readonly backTest: BackTestHandler,
    private readonly repeated: RepeatedWork,
    private readonly deadlines: WatchDeadlines,
    private readonly heal: HealLights,
    private readonly summarise: SummariseLightsHandler,
    private readonly summaries: WatchSummaries,
  ) {}

  onModuleInit(): void {
    this.repeated.every(MINUTE_MS, 'Looking for passed deadlines', () => this.deadlines.run());
    this.repeated.every(10 * MINUTE_MS, 'Looking for lights that nobody judged', () => this.heal.run());
    this.repeated.every(2_000, 'Looking for lights to sum up', () => this.summaries.run());
    this.registry
      .declare(...RECOMPUTE_JOBS, lockRoundJob, summariseLightsJob, backTestJob)
      .register(this.project)
      .register(this.round)
      .register(this.chunk)
      .register(this.lock)
      .register(this.summarise)
      .register(this.backTest);
  }
}
