import { Module } from '@nestjs/common';
import { MonitoringModule } from '../monitoring/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { AlertBackground } from './persistence/alert-background.query.js';
import { AlertFactsQuery } from './persistence/alert-facts.query.js';

@Module({
  imports: [MonitoringModule, ReportingModule, TargetsModule],
  providers: [AlertBackground, AlertFactsQuery],
  exports: [AlertFactsQuery],
})
export class AlertRulesModule {}
