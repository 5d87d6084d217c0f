import { Module } from '@nestjs/common';
import { AuditChoicesQuery } from './application/audit-choices.query.js';
import { AuditLog } from './application/audit-log.js';
import { AuditPageQuery } from './application/audit-page.query.js';
import { AuditVerificationQuery } from './application/audit-verification.query.js';
import { EntryView } from './application/entry-view.js';
import { ExportAudit } from './application/export-audit.js';
import { SubjectNames } from './application/subject-names.js';
import { VerifyAudit } from './application/verify-audit.query.js';
import { AuditController } from './http/audit.controller.js';
import { AuditChain } from './persistence/audit-chain.repository.js';
import { AuditSearch } from './persistence/audit-search.query.js';

@Module({
  controllers: [AuditController],
  providers: [
    AuditChain,
    AuditChoicesQuery,
    AuditLog,
    AuditPageQuery,
    AuditSearch,
    AuditVerificationQuery,
    EntryView,
    ExportAudit,
    SubjectNames,
    VerifyAudit,
  ],
  exports: [AuditChain, AuditLog, SubjectNames, VerifyAudit],
})
export class AuditModule {}
