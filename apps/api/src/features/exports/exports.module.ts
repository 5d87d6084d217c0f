import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { HOUR_MS, RepeatedWork } from '../../platform/jobs/repeated-work.js';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { MonitoringModule } from '../monitoring/index.js';
import { OfficialReportsModule } from '../official-reports/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReportingModule } from '../reporting/index.js';
import { SealsModule } from '../seals/index.js';
import { SelfEvaluationModule } from '../self-evaluation/index.js';
import { TargetsModule } from '../targets/index.js';
import { TreasuryModule } from '../treasury/index.js';
import { ChangedSince } from './application/changed-since.js';
import { CheckDocuments } from './application/check-documents.js';
import { CheckPaper } from './application/check-paper.js';
import { CheckReports } from './application/check-reports.js';
import { DeleteExport } from './application/delete-export.js';
import { DocumentsToWrite } from './application/documents-to-write.js';
import { EvidenceFiles } from './application/evidence/evidence-files.js';
import { EvidenceFormsOf } from './application/evidence/evidence-forms.js';
import { EvidenceRecords } from './application/evidence/evidence-records.js';
import { WriteEvidence } from './application/evidence/write-evidence.js';
import { EvaluationForms } from './application/evaluation-forms.js';
import { ExportFileQuery } from './application/export-file.query.js';
import { ExportNames } from './application/export-names.js';
import { ExportsQuery } from './application/exports.query.js';
import { FormSources } from './application/form-sources.js';
import { FormTemplates } from './application/form-templates.js';
import { MonitoringForms } from './application/monitoring-forms.js';
import { PaperForms } from './application/paper-forms.js';
import { PaperLedgers } from './application/paper-ledger.js';
import { PaperQuery } from './application/paper.query.js';
import { PublishTemplate } from './application/publish-template.js';
import { RemoveOldExports } from './application/remove-old-exports.js';
import { RequestExport } from './application/request-export.js';
import { ScratchFiles } from './application/scratch-files.js';
import { TemplatesQuery } from './application/templates.query.js';
import { WriteExport } from './application/write-export.js';
import { WriteForms } from './application/write-forms.js';
import { ExportsController } from './http/exports.controller.js';
import { FormTemplatesController } from './http/form-templates.controller.js';
import { PapersController } from './http/papers.controller.js';
import { ExportHandler } from './jobs/export.handler.js';
import { exportJob } from './jobs/export.jobs.js';
import { EvaluationSealHashes } from './persistence/evaluation-seal-hashes.query.js';
import { EvidenceRows } from './persistence/evidence-rows.query.js';
import { ExportProjectsQuery } from './persistence/export-projects.query.js';
import { FormTemplateRepository } from './persistence/form-template.repository.js';
import { PaperExportRepository } from './persistence/paper-export.repository.js';
import { PaperRepository } from './persistence/paper.repository.js';

@Module({
  imports: [
    AuditModule,
    IdentityModule,
    MonitoringModule,
    OfficialReportsModule,
    OrganisationsModule,
    ReportingModule,
    SealsModule,
    SelfEvaluationModule,
    TargetsModule,
    TreasuryModule,
  ],
  controllers: [ExportsController, FormTemplatesController, PapersController],
  providers: [
    ChangedSince,
    CheckDocuments,
    CheckPaper,
    CheckReports,
    DeleteExport,
    DocumentsToWrite,
    EvaluationForms,
    EvaluationSealHashes,
    EvidenceFiles,
    EvidenceFormsOf,
    EvidenceRecords,
    EvidenceRows,
    ExportFileQuery,
    ExportHandler,
    ExportNames,
    ExportProjectsQuery,
    ExportsQuery,
    FormSources,
    FormTemplateRepository,
    FormTemplates,
    MonitoringForms,
    PaperExportRepository,
    PaperForms,
    PaperLedgers,
    PaperQuery,
    PaperRepository,
    PublishTemplate,
    RemoveOldExports,
    RequestExport,
    ScratchFiles,
    TemplatesQuery,
    WriteEvidence,
    WriteExport,
    WriteForms,
  ],
  exports: [CheckPaper, ExportFileQuery, ExportsQuery, RequestExport],
})
export class ExportsModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly write: ExportHandler,
    private readonly repeated: RepeatedWork,
    private readonly old: RemoveOldExports,
  ) {}

  onModuleInit(): void {
    this.registry.declare(exportJob).register(this.write);
    this.repeated.every(HOUR_MS, 'Removing old exports', () => this.old.run());
  }
}
