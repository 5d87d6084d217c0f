export type { StoredProjectAssessment } from './persistence/project-light.entity.js';
export { MonitoringModule } from './monitoring.module.js';
export { monitoringMessages } from './messages.js';
export { LightsDocumentQuery, type LightsDocument } from './application/lights-document.query.js';
export { LockWhenComputed } from './application/lock-when-computed.js';
export { OverviewQuery } from './application/overview.query.js';
export { RequestRecompute } from './application/request-recompute.js';
export { WaitForLights } from './application/wait-for-lights.js';
export { VerifyRoundQuery, type Verification } from './application/verify-round.query.js';
