import { Module, type OnModuleInit } from '@nestjs/common';
import { MINUTE_MS, RepeatedWork } from '../../platform/jobs/repeated-work.js';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { TargetsModule } from '../targets/index.js';
import { AcceptUpload } from './application/accept-upload.js';
import { AccessImports } from './application/access-imports.js';
import { AddMissingUnit } from './application/add-missing-unit.js';
import { BatchSummary } from './application/batch-summary.js';
import { BatchViewsQuery } from './application/batch-views.query.js';
import { CorrectStaged } from './application/correct-staged.js';
import { DecideUpload } from './application/decide-upload.js';
import { FinishBatch } from './application/finish-batch.js';
import { FinishStaging } from './application/finish-staging.js';
import { ImportBatchesQuery } from './application/import-batches.query.js';
import { ImportDocuments } from './application/import-documents.js';
import { ImportFileQuery } from './application/import-file.query.js';
import { ImportResultQuery } from './application/import-result.query.js';
import { NameImports } from './application/name-imports.js';
import { PlaceUnits } from './application/place-units.js';
import { PlanStaged } from './application/plan-staged.js';
import { RefreshPlan } from './application/refresh-plan.js';
import { ResolveUnit } from './application/resolve-unit.js';
import { SameFileQuery } from './application/same-file.query.js';
import { SaveUpload } from './application/save-upload.js';
import { FollowMoves } from './application/follow-moves.js';
import { SettleUploads } from './application/settle-uploads.js';
import { StageChunk } from './application/stage-chunk.js';
import { StageImport } from './application/stage-import.js';
import { StagedProjectsQuery } from './application/staged-projects.query.js';
import { UndoImport } from './application/undo-import.js';
import { UploadViewQuery } from './application/upload-view.query.js';
import { WithdrawUpload } from './application/withdraw-upload.js';
import { ImportsController } from './http/imports.controller.js';
import { IMPORT_JOBS } from './jobs/import.jobs.js';
import { ReadImportHandler } from './jobs/read-import.handler.js';
import { SaveImportHandler } from './jobs/save-import.handler.js';
import { UndoImportHandler } from './jobs/undo-import.handler.js';
import { ComparisonRepository } from './persistence/comparison.repository.js';
import { DepartmentGoalsBefore } from './persistence/department-goals-before.repository.js';
import { ImportBatchRepository } from './persistence/import-batch.repository.js';
import { StagedRepository } from './persistence/staged.repository.js';
import { VisibleBatchesQuery } from './persistence/visible-batches.query.js';

@Module({
  imports: [AuditModule, IdentityModule, TargetsModule],
  controllers: [ImportsController],
  providers: [
    AcceptUpload,
    AccessImports,
    AddMissingUnit,
    BatchSummary,
    BatchViewsQuery,
    ComparisonRepository,
    CorrectStaged,
    DecideUpload,
    DepartmentGoalsBefore,
    FinishBatch,
    FinishStaging,
    ImportBatchRepository,
    ImportBatchesQuery,
    ImportDocuments,
    ImportFileQuery,
    ImportResultQuery,
    NameImports,
    PlaceUnits,
    PlanStaged,
    ReadImportHandler,
    RefreshPlan,
    ResolveUnit,
    SameFileQuery,
    SaveImportHandler,
    SaveUpload,
    FollowMoves,
    SettleUploads,
    StageChunk,
    StageImport,
    StagedProjectsQuery,
    StagedRepository,
    UndoImport,
    UndoImportHandler,
    UploadViewQuery,
    VisibleBatchesQuery,
    WithdrawUpload,
  ],
  exports: [ImportBatchesQuery, ImportDocuments, ImportResultQuery, UndoImport],
})
export class ImportsModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly read: ReadImportHandler,
    private readonly save: SaveImportHandler,
    private readonly undo: UndoImportHandler,
    private readonly repeated: RepeatedWork,
    private readonly uploads: SettleUploads,
  ) {}

  onModuleInit(): void {
    this.repeated.every(MINUTE_MS, 'Looking after unfinished uploads', () => this.uploads.run());
    this.registry
      .declare(...IMPORT_JOBS)
      .register(this.read)
      .register(this.save)
      .register(this.undo);
  }
}
