import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { HOUR_MS, RepeatedWork } from '../../platform/jobs/repeated-work.js';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { MonitoringModule } from '../monitoring/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { AlertRuleSets } from './application/alert-rule-sets.js';
import { AlertRuleVersionsQuery } from './application/alert-rule-versions.query.js';
import { AlertTrialAlertsOf } from './application/alert-trial-alerts.query.js';
import { AlertTrialsQuery } from './application/alert-trials.query.js';
import { PublishAlertRules } from './application/publish-alert-rules.js';
import { RemoveOldTrials } from './application/remove-old-trials.js';
import { RequestAlertTrial } from './application/request-alert-trial.js';
import { TryAlertRules } from './application/try-alert-rules.js';
import { AlertRulesController } from './http/alert-rules.controller.js';
import { AlertTrialsController } from './http/alert-trials.controller.js';
import { TryAlertRulesHandler } from './jobs/try-alert-rules.handler.js';
import { tryAlertRulesJob } from './jobs/try-alert-rules.jobs.js';
import { AlertBackground } from './persistence/alert-background.query.js';
import { AlertFactsQuery } from './persistence/alert-facts.query.js';
import { AlertRuleTrialRepository } from './persistence/alert-rule-trial.repository.js';
import { AlertRuleRepository } from './persistence/alert-rule.repository.js';

@Module({
  imports: [AuditModule, IdentityModule, MonitoringModule, ReportingModule, TargetsModule],
  controllers: [AlertRulesController, AlertTrialsController],
  providers: [
    AlertBackground,
    AlertFactsQuery,
    AlertRuleRepository,
    AlertRuleSets,
    AlertRuleTrialRepository,
    AlertRuleVersionsQuery,
    AlertTrialAlertsOf,
    AlertTrialsQuery,
    PublishAlertRules,
    RemoveOldTrials,
    RequestAlertTrial,
    TryAlertRules,
    TryAlertRulesHandler,
  ],
  exports: [AlertFactsQuery, AlertRuleSets],
})
export class AlertRulesModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly tryRules: TryAlertRulesHandler,
    private readonly repeated: RepeatedWork,
    private readonly old: RemoveOldTrials,
  ) {}

  onModuleInit(): void {
    this.registry.declare(tryAlertRulesJob).register(this.tryRules);
    this.repeated.every(HOUR_MS, 'Removing old trials of alert rules', () => this.old.run());
  }
}
