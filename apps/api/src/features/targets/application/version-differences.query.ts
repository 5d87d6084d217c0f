import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { TargetVersionDifferences } from '../http/targets.dto.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { compareIdentity, compareTargets } from './compare-targets.js';
import { ProjectAccess } from './project-access.query.js';

/** What one version of a project's targets changed against the version before it. */
@Injectable()
export class VersionDifferencesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
  ) {}

  /** @throws DomainError `not-found` for a project out of sight, and for a version that it does not have */
  async run(user: CurrentUser, projectId: string, version: number): Promise<TargetVersionDifferences> {
    const { project } = await this.access.require(user, projectId, 'lights.read');
    const found = await this.targets.atVersions(this.uow.reader, project, [version - 1, version]);
    const after = found.find((target) => target.version.version === version);
    if (after === undefined) throw new DomainError('not-found');
    const before = found.find((target) => target !== after);
    const restoredFrom = after.version.restoredFrom;
    if (before === undefined) return { version, first: true, restoredFrom, differences: [] };
    const differences = [
      ...compareIdentity(before.version, after.version),
      ...compareTargets(before.content, after.content),
    ];
    return { version, first: false, restoredFrom, differences: differences.map((each) => ({ ...each })) };
  }
}
