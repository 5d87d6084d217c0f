export { SealsModule } from './seals.module.js';
export { sealsMessages } from './messages.js';
export { canonical, packed, sha256, unpacked } from './application/canonical.js';
export { findingParams, type SealFinding } from './application/seal-finding.js';
export { VerifySealsQuery, type ChainVerification, type SealVerification } from './application/verify-seals.query.js';
export type { RoundSeal } from './persistence/round-seal.entity.js';
export { SealRepository } from './persistence/seal.repository.js';
export { differingPaths } from './application/differing-paths.js';
export { SealChainRepository } from './persistence/seal-chain.repository.js';
