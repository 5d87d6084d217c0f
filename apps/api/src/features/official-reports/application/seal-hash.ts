import { CHAIN_START, chainedHash } from '../../../platform/runtime/chained-hash.js';
import { canonical, sha256 } from '../../seals/index.js';
import type { OfficialReportVersion } from '../persistence/official-report-version.entity.js';

type Sealed = Pick<
  OfficialReportVersion,
  'reportId' | 'number' | 'figuresHash' | 'contentHash' | 'sealedBy' | 'sealedAt' | 'previousHash'
>;

export const contentHashOf = ({ content }: Pick<OfficialReportVersion, 'content'>): string =>
  sha256(canonical(content));

/** Ties a sealed version to the one that was sealed before. */
export const hashOfSeal = (version: Sealed): string =>
  chainedHash(version.previousHash ?? CHAIN_START, [
    version.reportId,
    version.number,
    version.figuresHash,
    version.contentHash,
    version.sealedBy,
    version.sealedAt,
  ]);

/** Whether a version is still what was sealed; null where it was not. */
export const isIntact = (version: OfficialReportVersion): boolean | null =>
  version.hash === null ? null : version.contentHash === contentHashOf(version) && version.hash === hashOfSeal(version);
