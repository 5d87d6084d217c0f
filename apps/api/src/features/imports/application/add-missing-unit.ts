import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActorFrom } from '../../../platform/http/access.js';
import { AddOrganisation, OrganisationRepository } from '../../organisations/index.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUnit } from '../persistence/import-unit.entity.js';
import type { ImportUpload } from '../persistence/import-upload.entity.js';
import { DEFAULT_ROOT, ResolveUnit } from './resolve-unit.js';

/**
 * Adds the unit of a document to the tree where it is missing: below the department that the uploader named, else below
 * the highest node at which he manages targets.
 */
@Injectable()
export class AddMissingUnit {
  constructor(
    private readonly resolve: ResolveUnit,
    private readonly add: AddOrganisation,
    private readonly organisations: OrganisationRepository,
    private readonly batches: ImportBatchRepository,
  ) {}

  /** @returns the unit's organisation id */
  async run(manager: EntityManager, upload: ImportUpload, by: ActorFrom, unit: ImportUnit): Promise<string> {
    if (unit.organisationId !== null) return unit.organisationId;
    // Another file of the same upload may have added it a moment ago.
    const present = await this.organisations.byCode(unit.code, manager);
    if (present !== null) return present.id;
    const { code, name } = unit;
    const parentCode = await this.parentCode(manager, upload, by);
    // The root that had to be made first may be the very unit.
    if (parentCode === code) return this.run(manager, upload, by, unit);
    return (await this.add.execute({ code, name, kind: 'unit', parentCode, ...addedBy(by) })).id;
  }

  private async parentCode(manager: EntityManager, upload: ImportUpload, by: ActorFrom): Promise<string> {
    const chosen = await this.resolve.chosen(upload.reach, upload);
    if (chosen !== null && chosen.kind !== 'unit') return chosen.code;
    const [path = '/'] = [...upload.reach.manages].sort((a, b) => a.length - b.length);
    const parent = await this.batches.highestOrganisation(manager, path);
    if (parent !== null) return parent.code;
    const root = await this.add.execute({ ...DEFAULT_ROOT, kind: 'financeBureau', parentCode: null, ...addedBy(by) });
    return root.code;
  }
}

const addedBy = ({ actor, ...by }: ActorFrom) => ({ ...by, addedBy: actor });
