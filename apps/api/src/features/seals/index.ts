export { SealsModule } from './seals.module.js';
export { sealsMessages } from './messages.js';
export { findingParams, type SealFinding } from './application/seal-finding.js';
export { VerifySealsQuery, type ChainVerification, type SealVerification } from './application/verify-seals.query.js';
export { canonical, sha256 } from './application/canonical.js';
export { differingPaths } from './application/differing-paths.js';
export { SealChainRepository } from './persistence/seal-chain.repository.js';
