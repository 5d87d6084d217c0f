import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { TargetsModule } from '../targets/index.js';
import { AddMissingUnit } from './application/add-missing-unit.js';
import { ImportBatchesQuery } from './application/import-batches.query.js';
import { PlanImport } from './application/plan-import.js';
import { PreviewImport } from './application/preview-import.js';
import { ResolveUnit } from './application/resolve-unit.js';
import { SaveImport } from './application/save-import.js';
import { ImportsController } from './http/imports.controller.js';
import { UploadsController } from './http/uploads.controller.js';
import { ImportBatchRepository } from './persistence/import-batch.repository.js';

@Module({
  imports: [AuditModule, TargetsModule],
  controllers: [ImportsController, UploadsController],
  providers: [
    AddMissingUnit,
    ImportBatchRepository,
    ImportBatchesQuery,
    PlanImport,
    PreviewImport,
    ResolveUnit,
    SaveImport,
  ],
  exports: [PreviewImport, SaveImport],
})
export class ImportsModule {}
