import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { HOUR_MS, RepeatedWork } from '../../platform/jobs/repeated-work.js';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { MonitoringModule } from '../monitoring/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { ChooseForRound } from './application/choose-for-round.js';
import { ChooseForYear } from './application/choose-for-year.js';
import { PublishRulePack } from './application/publish-rule-pack.js';
import { RemoveOldSimulations } from './application/remove-old-simulations.js';
import { RequestSimulation } from './application/request-simulation.js';
import { RulePacksQuery } from './application/rule-packs.query.js';
import { SimulateRules } from './application/simulate-rules.js';
import { SimulationChangesQuery } from './application/simulation-changes.query.js';
import { SimulationsQuery } from './application/simulations.query.js';
import { RulesController } from './http/rules.controller.js';
import { SimulationsController } from './http/simulations.controller.js';
import { SimulateHandler } from './jobs/simulate.handler.js';
import { simulateJob } from './jobs/simulate.jobs.js';
import { RulePackRepository } from './persistence/rule-pack.repository.js';
import { RuleSimulationRepository } from './persistence/rule-simulation.repository.js';

@Module({
  imports: [AuditModule, IdentityModule, MonitoringModule, ReportingModule, TargetsModule],
  controllers: [RulesController, SimulationsController],
  providers: [
    ChooseForRound,
    ChooseForYear,
    PublishRulePack,
    RemoveOldSimulations,
    RequestSimulation,
    RulePackRepository,
    RulePacksQuery,
    RuleSimulationRepository,
    SimulateHandler,
    SimulateRules,
    SimulationChangesQuery,
    SimulationsQuery,
  ],
})
export class RulesModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly simulate: SimulateHandler,
    private readonly repeated: RepeatedWork,
    private readonly old: RemoveOldSimulations,
  ) {}

  onModuleInit(): void {
    this.registry.declare(simulateJob).register(this.simulate);
    this.repeated.every(HOUR_MS, 'Removing old trials of rules', () => this.old.run());
  }
}
