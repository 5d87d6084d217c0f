import { Module } from '@nestjs/common';
import { MonitoringModule } from '../monitoring/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReportingModule } from '../reporting/index.js';
import { SealsModule } from '../seals/index.js';
import { SelfEvaluationModule } from '../self-evaluation/index.js';
import { OpenProjectsQuery } from './application/open-projects.query.js';
import { OpenDataController } from './http/open-data.controller.js';
import { OpenProjects } from './persistence/open-projects.repository.js';

@Module({
  imports: [MonitoringModule, OrganisationsModule, ReportingModule, SealsModule, SelfEvaluationModule],
  controllers: [OpenDataController],
  providers: [OpenProjects, OpenProjectsQuery],
})
export class OpenDataModule {}
