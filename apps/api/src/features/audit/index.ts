export { AuditModule } from './audit.module.js';
export { AuditLog, type AuditRecord } from './application/audit-log.js';
export type { AuditAction } from './application/action-words.js';
export { headText, notedHead } from './application/noted-head.js';
export { auditMessages } from './messages.js';
export { SubjectNames, type NamesOf } from './application/subject-names.js';
export { VerifyAudit, type AuditFault, type AuditVerdict } from './application/verify-audit.query.js';
export { AuditChain, type ChainHead } from './persistence/audit-chain.repository.js';
