import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CurrentUser } from '../../../platform/http/access.js';
import { AddOrganisation, OrganisationRepository } from '../../organisations/index.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { PlannedUnit } from './planned-import.js';
import { DEFAULT_ROOT, ResolveUnit } from './resolve-unit.js';

/** Adds the unit of a document to the tree where it is missing, under the node at which the caller manages targets. */
@Injectable()
export class AddMissingUnit {
  constructor(
    private readonly resolve: ResolveUnit,
    private readonly add: AddOrganisation,
    private readonly organisations: OrganisationRepository,
    private readonly batches: ImportBatchRepository,
  ) {}

  async run(manager: EntityManager, user: CurrentUser, unit: PlannedUnit): Promise<PlannedUnit & { id: string }> {
    if (unit.id !== null) return { ...unit, id: unit.id };
    // Another file of the same request may have added it a moment ago.
    const present = await this.organisations.byCode(unit.code, manager);
    if (present !== null) return { ...unit, id: present.id };
    const { code, name } = unit;
    const parentCode = await this.parentCode(manager, user);
    if (parentCode === code) return this.run(manager, user, unit);
    const added = await this.add.execute({ code, name, kind: 'unit', parentCode, addedBy: user.username });
    return { ...unit, id: added.id };
  }

  private async parentCode(manager: EntityManager, user: CurrentUser): Promise<string> {
    const parent = await this.batches.highestOrganisation(manager, this.resolve.parentPath(user) ?? '/');
    if (parent !== null) return parent.code;
    const root = await this.add.execute({
      ...DEFAULT_ROOT,
      kind: 'financeBureau',
      parentCode: null,
      addedBy: user.username,
    });
    return root.code;
  }
}
