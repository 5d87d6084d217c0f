import { paragraphsOf } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PeopleNames, type NameOf } from '../../identity/index.js';
import type { OfficialReportVersionSummary, OfficialReportVersionView } from '../http/official-reports.dto.js';
import type { OfficialReportVersion } from '../persistence/official-report-version.entity.js';
import { isIntact } from './seal-hash.js';

type WithoutContent = Omit<OfficialReportVersion, 'content'>;

/** Versions as they are read, with the names of those who wrote and sealed them. */
@Injectable()
export class VersionViews {
  constructor(private readonly names: PeopleNames) {}

  async list(
    manager: EntityManager,
    versions: readonly WithoutContent[],
  ): Promise<readonly OfficialReportVersionSummary[]> {
    const nameOf = await this.names.of(
      manager,
      versions.flatMap(({ createdBy, sealedBy }) => [createdBy, sealedBy]),
    );
    return versions.map((version) => summaryOf(version, nameOf));
  }

  async whole(manager: EntityManager, version: OfficialReportVersion): Promise<OfficialReportVersionView> {
    const editors = paragraphsOf(version.content).map(({ edited }) => edited?.by ?? null);
    const nameOf = await this.names.of(manager, [version.createdBy, version.sealedBy, ...editors]);
    return {
      ...summaryOf(version, nameOf),
      content: contentView(version, nameOf),
      intact: isIntact(version),
    };
  }
}

function summaryOf(version: WithoutContent, nameOf: NameOf): OfficialReportVersionSummary {
  const { number, cause, createdAt, createdBy, factsAt, settled } = version;
  return {
    ...{ number, cause, createdAt, createdBy, factsAt, settled },
    createdByName: nameOf(createdBy),
    seal: sealOf(version, nameOf),
  };
}

function sealOf(version: WithoutContent, nameOf: NameOf): OfficialReportVersionSummary['seal'] {
  const { sealedAt: at, sealedBy: by, contentHash, hash, previousHash, selfApproved } = version;
  if (at === null || by === null || contentHash === null || hash === null) return null;
  return { at, by, byName: nameOf(by), selfApproved, contentHash, previousHash, hash };
}

function contentView({ content }: OfficialReportVersion, nameOf: NameOf): OfficialReportVersionView['content'] {
  // A copy that may be changed is what a schema gives; this one is read only.
  const view = structuredClone(content) as OfficialReportVersionView['content'];
  for (const block of view.sections.flatMap(({ blocks }) => blocks)) {
    if (block.type === 'paragraph' && block.edited !== null) block.edited.byName = nameOf(block.edited.by);
  }
  return view;
}
