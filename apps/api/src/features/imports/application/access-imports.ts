import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actorAmong, holds, holdsAt, type Actor, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { ImportBatch } from '../persistence/import-batch.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUnit } from '../persistence/import-unit.entity.js';
import { VisibleBatchesQuery } from '../persistence/visible-batches.query.js';

/** Who may see and who may change an import. What a person may not see is not found, so that nobody learns of it. */
@Injectable()
export class AccessImports {
  constructor(
    private readonly visible: VisibleBatchesQuery,
    private readonly batches: ImportBatchRepository,
  ) {}

  /** @throws DomainError `not-found` */
  async batch(manager: EntityManager, user: CurrentUser, batchId: string): Promise<ImportBatch> {
    const [id] = await this.visible.among(manager, user, [batchId]);
    const batch = id === undefined ? null : await this.batches.batch(manager, id);
    if (batch === null) throw new DomainError('not-found');
    return batch;
  }

  /**
   * The batches of an upload. Of those that were read the caller must be able to see all; a file that could not be read,
   * or was left out, has no unit by which to judge that.
   * @throws DomainError `not-found`
   */
  async batchesOf(manager: EntityManager, user: CurrentUser, uploadId: string): Promise<readonly ImportBatch[]> {
    const batches = await this.batches.batchesOf(manager, uploadId);
    const ids = batches.map(({ id }) => id);
    const visible = new Set(await this.visible.among(manager, user, ids));
    const hidden = batches.filter(({ id }) => !visible.has(id));
    const isAllowed = visible.size > 0 && hidden.every(({ status }) => status === 'failed' || status === 'discarded');
    if (!isAllowed) throw new DomainError('not-found');
    return batches;
  }

  /**
   * Whether the caller may import for every unit of the batches, and add those that are new.
   * @throws DomainError `forbidden`
   */
  async requireImport(manager: EntityManager, user: CurrentUser, batchIds: readonly string[]): Promise<void> {
    if (!(await this.mayImport(manager, user, await this.batches.unitsOf(manager, batchIds)))) {
      throw new DomainError('forbidden');
    }
  }

  async mayImport(manager: EntityManager, user: CurrentUser, units: readonly ImportUnit[]): Promise<boolean> {
    if (!holds(user, 'targets.import')) return false;
    const isWithin = (await this.pathsOf(manager, units)).every((path) => holdsAt(user, 'targets.import', path));
    return isWithin && (units.every(({ state }) => state !== 'new') || holds(user, 'targets.manage'));
  }

  /**
   * Who imports for these units, and for whom: one act, also where it concerns several of them. To add those that are new
   * asks for another permission.
   * @param named the organisation that the uploader names, which counts as long as no unit is known
   */
  async actor(
    manager: EntityManager,
    user: CurrentUser,
    units: readonly ImportUnit[],
    named: string | null = null,
  ): Promise<Actor> {
    const paths = await this.pathsOf(manager, units);
    const ofNamed = paths.length > 0 || named === null ? [] : (await this.batches.pathsOf(manager, [named])).values();
    const by = actorAmong(user, 'targets.import', [...paths, ...ofNamed]);
    if (by.onBehalfOf !== null || units.every(({ state }) => state !== 'new')) return by;
    return actorAmong(user, 'targets.manage', []);
  }

  /** Paths of the units that are in the tree, in the order of the units. */
  async pathsOf(manager: EntityManager, units: readonly ImportUnit[]): Promise<readonly string[]> {
    const known = units.filter(({ state }) => state === 'known').flatMap(({ organisationId }) => organisationId ?? []);
    const ids = [...new Set(known)];
    const paths = await this.batches.pathsOf(manager, ids);
    return ids.flatMap((id) => paths.get(id) ?? []);
  }
}
