import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { AlertRuleSets } from './application/alert-rule-sets.js';
import { AlertRuleVersionsQuery } from './application/alert-rule-versions.query.js';
import { PublishAlertRules } from './application/publish-alert-rules.js';
import { AlertRulesController } from './http/alert-rules.controller.js';
import { AlertRuleRepository } from './persistence/alert-rule.repository.js';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [AlertRulesController],
  providers: [AlertRuleRepository, AlertRuleSets, AlertRuleVersionsQuery, PublishAlertRules],
  exports: [AlertRuleSets],
})
export class AlertRulesModule {}
