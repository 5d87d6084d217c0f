export { AuditModule } from './audit.module.js';
export { AuditLog, type AuditRecord } from './application/audit-log.js';
