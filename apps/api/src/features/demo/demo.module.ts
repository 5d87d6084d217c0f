import { Module } from '@nestjs/common';
import { AlertRulesModule } from '../alert-rules/index.js';
import { AlertsModule } from '../alerts/index.js';
import { CommentsModule } from '../comments/index.js';
import { DepartmentGoalsModule } from '../department-goals/index.js';
import { IdentityModule } from '../identity/index.js';
import { ImportsModule } from '../imports/index.js';
import { MonitoringModule } from '../monitoring/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { RectificationModule } from '../rectification/index.js';
import { ReportingModule } from '../reporting/index.js';
import { SelfEvaluationModule } from '../self-evaluation/index.js';
import { TargetsModule } from '../targets/index.js';
import { TreasuryModule } from '../treasury/index.js';
import { WorkCalendarModule } from '../work-calendar/index.js';
import { DemoAlerts } from './application/demo-alerts.js';
import { DemoApprovals } from './application/demo-approvals.js';
import { DemoEvaluations } from './application/demo-evaluations.js';
import { DemoFollowUps } from './application/demo-follow-ups.js';
import { DemoGoals } from './application/demo-goals.js';
import { DemoPeople } from './application/demo-people.js';
import { DemoRectifications } from './application/demo-rectifications.js';
import { DemoRounds } from './application/demo-rounds.js';
import { DemoSteps } from './application/demo-steps.js';
import { DemoSuccessions } from './application/demo-successions.js';
import { DemoTargets } from './application/demo-targets.js';
import { DemoTreasuryFigures } from './application/demo-treasury.js';
import { LoadDemonstration } from './application/load-demonstration.js';
import { DemoStateRepository } from './persistence/demo-state.repository.js';

@Module({
  imports: [
    AlertRulesModule,
    AlertsModule,
    CommentsModule,
    DepartmentGoalsModule,
    IdentityModule,
    OrganisationsModule,
    TargetsModule,
    RectificationModule,
    ReportingModule,
    SelfEvaluationModule,
    MonitoringModule,
    ImportsModule,
    TreasuryModule,
    WorkCalendarModule,
  ],
  providers: [
    DemoAlerts,
    DemoApprovals,
    DemoEvaluations,
    DemoFollowUps,
    DemoGoals,
    DemoPeople,
    DemoRectifications,
    DemoRounds,
    DemoStateRepository,
    DemoSteps,
    DemoSuccessions,
    DemoTargets,
    DemoTreasuryFigures,
    LoadDemonstration,
  ],
  exports: [LoadDemonstration],
})
export class DemoModule {}
