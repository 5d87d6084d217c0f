export { SealsModule } from './seals.module.js';
export { sealsMessages } from './messages.js';
export { canonical, packed, sha256, unpacked } from './application/canonical.js';
export { findingParams, type SealFinding } from './application/seal-finding.js';
export { VerifySealsQuery, type ChainVerification, type SealVerification } from './application/verify-seals.query.js';
