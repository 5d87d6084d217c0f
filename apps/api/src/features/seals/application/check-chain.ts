import type { RoundSeal } from '../persistence/round-seal.entity.js';
import type { SealChain } from '../persistence/seal-chain.entity.js';
import { finding, type SealFinding } from './seal-finding.js';
import { sealHash } from './seal-hash.js';

/** Whether the audit trail still has the entry that each seal names as its end at that time. */
export const checkTrail = (seals: readonly RoundSeal[], hashes: ReadonlyMap<number, string>): readonly SealFinding[] =>
  seals
    .filter(({ auditSeq, auditHash }) => auditSeq !== null && auditSeq > 0 && hashes.get(auditSeq) !== auditHash)
    .map(({ seq, version }) => finding('seal-audit-changed', { seq, version }));

/**
 * Whether the seals of all rounds are one unbroken chain: each is what its hash says, names the hash of the one before, and
 * the last one is the one that the chain ends with.
 * @param seals in the order of the chain
 */
export function checkChain(seals: readonly RoundSeal[], chain: SealChain | null): readonly SealFinding[] {
  const findings: SealFinding[] = [];
  let previous: RoundSeal | null = null;
  for (const seal of seals) {
    const { seq, version } = seal;
    const expected: number = (previous?.seq ?? 0) + 1;
    if (seq !== expected) findings.push(finding('seal-missing', { seq: expected }));
    if (sealHash(seal) !== seal.hash) findings.push(finding('seal-changed', { seq, version }));
    else if (seq === expected && seal.previousHash !== (previous?.hash ?? null)) {
      findings.push(finding('seal-chain-broken', { seq, version }));
    }
    previous = seal;
  }
  const isWhole = (chain?.seq ?? 0) === (previous?.seq ?? 0) && (chain?.hash ?? null) === (previous?.hash ?? null);
  if (!isWhole) findings.push(finding('seal-chain-cut', { seq: chain?.seq ?? 0 }));
  return findings;
}
