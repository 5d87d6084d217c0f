import { Module } from '@nestjs/common';
import { AuditLog } from './application/audit-log.js';
import { AuditPageQuery } from './application/audit-page.query.js';
import { AuditController } from './http/audit.controller.js';

@Module({ controllers: [AuditController], providers: [AuditLog, AuditPageQuery], exports: [AuditLog] })
export class AuditModule {}
