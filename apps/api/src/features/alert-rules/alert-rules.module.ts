import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { MonitoringModule } from '../monitoring/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { AlertRuleSets } from './application/alert-rule-sets.js';
import { AlertRuleVersionsQuery } from './application/alert-rule-versions.query.js';
import { PublishAlertRules } from './application/publish-alert-rules.js';
import { AlertRulesController } from './http/alert-rules.controller.js';
import { AlertBackground } from './persistence/alert-background.query.js';
import { AlertFactsQuery } from './persistence/alert-facts.query.js';
import { AlertRuleRepository } from './persistence/alert-rule.repository.js';

@Module({
  imports: [AuditModule, IdentityModule, MonitoringModule, ReportingModule, TargetsModule],
  controllers: [AlertRulesController],
  providers: [
    AlertBackground,
    AlertFactsQuery,
    AlertRuleRepository,
    AlertRuleSets,
    AlertRuleVersionsQuery,
    PublishAlertRules,
  ],
  exports: [AlertFactsQuery, AlertRuleSets],
})
export class AlertRulesModule {}
