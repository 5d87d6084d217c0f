import { Module, type OnModuleInit } from '@nestjs/common';
import { HOUR_MS, RepeatedWork } from '../../platform/jobs/repeated-work.js';
import { AlertsModule } from '../alerts/index.js';
import { AuditModule } from '../audit/index.js';
import { CommentsModule } from '../comments/index.js';
import { IdentityModule } from '../identity/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { WorkCalendarModule } from '../work-calendar/index.js';
import { CarryRectifications } from './application/carry-rectifications.js';
import { ChangeRectification } from './application/change-rectification.js';
import { Deadlines } from './application/deadlines.js';
import { DueFollowUps } from './application/due-follow-ups.js';
import { EndRectification } from './application/end-rectification.js';
import { FollowRemovals } from './application/follow-removals.js';
import { FollowRounds } from './application/follow-rounds.js';
import { FollowUpAccess } from './application/follow-up-access.js';
import { HistoryQuery } from './application/history.query.js';
import { KeepStep } from './application/keep-step.js';
import { MeasureEffects } from './application/measure-effects.js';
import { MeasuresQuery } from './application/measures.query.js';
import { NameSubjects } from './application/name-subjects.js';
import { NameUnit } from './application/name-unit.js';
import { NamingsQuery } from './application/namings.query.js';
import { OpenRectification } from './application/open-rectification.js';
import { OpenSupervision } from './application/open-supervision.js';
import { OwnersQuery } from './application/owners.query.js';
import { PostMeasure } from './application/post-measure.js';
import { ProjectFollowUpsQuery } from './application/project-follow-ups.query.js';
import { ProposeMeasure } from './application/propose-measure.js';
import { RectificationFiles } from './application/rectification-files.js';
import { RectificationViews } from './application/rectification-views.js';
import { RectifiedAlerts } from './application/rectified-alerts.js';
import { RectificationsQuery } from './application/rectifications.query.js';
import { StepMeasure } from './application/step-measure.js';
import { StepRectification } from './application/step-rectification.js';
import { StepSupervision } from './application/step-supervision.js';
import { SupervisionsQuery } from './application/supervisions.query.js';
import { BudgetMeasuresController } from './http/budget-measures.controller.js';
import { NamedUnitsController } from './http/named-units.controller.js';
import { ProjectFollowUpsController } from './http/project-follow-ups.controller.js';
import { RectificationsController } from './http/rectifications.controller.js';
import { SupervisionsController } from './http/supervisions.controller.js';
import { DueRows } from './persistence/due-rows.query.js';
import { FollowUpLists } from './persistence/follow-up-lists.query.js';
import { FollowUpNames } from './persistence/follow-up-names.query.js';
import { FollowUpPlaces } from './persistence/follow-up-places.query.js';
import { FollowUpRepository } from './persistence/follow-up.repository.js';
import { ProjectFollowUpRows } from './persistence/project-follow-ups.query.js';
import { RectificationSearch } from './persistence/rectification-search.query.js';
import { RectificationRepository } from './persistence/rectification.repository.js';
import { RoundLightsQuery } from './persistence/round-lights.query.js';

/** What is done about what monitoring finds: 整改, 结果应用, 督办. */
@Module({
  imports: [
    AlertsModule,
    WorkCalendarModule,
    AuditModule,
    CommentsModule,
    IdentityModule,
    OrganisationsModule,
    ReportingModule,
    TargetsModule,
  ],
  controllers: [
    BudgetMeasuresController,
    NamedUnitsController,
    ProjectFollowUpsController,
    RectificationsController,
    SupervisionsController,
  ],
  providers: [
    CarryRectifications,
    ChangeRectification,
    Deadlines,
    DueFollowUps,
    DueRows,
    EndRectification,
    FollowRemovals,
    FollowRounds,
    FollowUpAccess,
    FollowUpLists,
    FollowUpNames,
    FollowUpPlaces,
    FollowUpRepository,
    HistoryQuery,
    KeepStep,
    MeasureEffects,
    MeasuresQuery,
    NameSubjects,
    NameUnit,
    NamingsQuery,
    OpenRectification,
    OpenSupervision,
    OwnersQuery,
    PostMeasure,
    ProjectFollowUpRows,
    ProjectFollowUpsQuery,
    ProposeMeasure,
    RectificationFiles,
    RectifiedAlerts,
    RectificationRepository,
    RectificationSearch,
    RectificationViews,
    RectificationsQuery,
    RoundLightsQuery,
    StepMeasure,
    StepRectification,
    StepSupervision,
    SupervisionsQuery,
  ],
  exports: [DueFollowUps, FollowUpPlaces],
})
export class RectificationModule implements OnModuleInit {
  constructor(
    private readonly repeated: RepeatedWork,
    private readonly carry: CarryRectifications,
  ) {}

  onModuleInit(): void {
    this.repeated.every(HOUR_MS, 'Taking rectifications on into the new year', () => this.carry.ofPastYears());
  }
}
