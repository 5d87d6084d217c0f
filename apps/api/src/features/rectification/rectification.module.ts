import { Module, type OnModuleInit } from '@nestjs/common';
import { HOUR_MS, RepeatedWork } from '../../platform/jobs/repeated-work.js';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { CarryRectifications } from './application/carry-rectifications.js';
import { ChangeRectification } from './application/change-rectification.js';
import { EndRectification } from './application/end-rectification.js';
import { FollowRemovals } from './application/follow-removals.js';
import { FollowRounds } from './application/follow-rounds.js';
import { FollowUpAccess } from './application/follow-up-access.js';
import { HistoryQuery } from './application/history.query.js';
import { KeepStep } from './application/keep-step.js';
import { MeasureEffects } from './application/measure-effects.js';
import { NameSubjects } from './application/name-subjects.js';
import { OpenRectification } from './application/open-rectification.js';
import { OwnersQuery } from './application/owners.query.js';
import { RectificationFiles } from './application/rectification-files.js';
import { RectificationViews } from './application/rectification-views.js';
import { RectificationsQuery } from './application/rectifications.query.js';
import { StepRectification } from './application/step-rectification.js';
import { RectificationsController } from './http/rectifications.controller.js';
import { FollowUpNames } from './persistence/follow-up-names.query.js';
import { FollowUpPlaces } from './persistence/follow-up-places.query.js';
import { FollowUpRepository } from './persistence/follow-up.repository.js';
import { RectificationSearch } from './persistence/rectification-search.query.js';
import { RectificationRepository } from './persistence/rectification.repository.js';
import { RoundLightsQuery } from './persistence/round-lights.query.js';

/** What is done about what monitoring finds: 整改, 结果应用, 督办. */
@Module({
  imports: [AuditModule, IdentityModule, OrganisationsModule, ReportingModule, TargetsModule],
  controllers: [RectificationsController],
  providers: [
    CarryRectifications,
    ChangeRectification,
    EndRectification,
    FollowRemovals,
    FollowRounds,
    FollowUpAccess,
    FollowUpNames,
    FollowUpPlaces,
    FollowUpRepository,
    HistoryQuery,
    KeepStep,
    MeasureEffects,
    NameSubjects,
    OpenRectification,
    OwnersQuery,
    RectificationFiles,
    RectificationRepository,
    RectificationSearch,
    RectificationsQuery,
    RectificationViews,
    RoundLightsQuery,
    StepRectification,
  ],
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
