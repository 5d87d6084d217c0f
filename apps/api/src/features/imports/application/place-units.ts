import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../platform/runtime/ids.js';
import type { Organisation } from '../../organisations/index.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUnit } from '../persistence/import-unit.entity.js';
import type { ImportUpload } from '../persistence/import-upload.entity.js';
import { ResolveUnit, type PrintedUnit, type ResolvedUnit } from './resolve-unit.js';

export interface PlacedUnit {
  readonly row: ImportUnit;
  readonly refusal: string | null;
}

const PRINTED_LIMIT = 400;

/** Gives the projects of one batch their units, each of which is stored once. */
export class UnitPlacement {
  private readonly byPrinted = new Map<string, PlacedUnit>();
  private readonly byPlace = new Map<string, PlacedUnit>();

  constructor(
    private readonly resolve: ResolveUnit,
    private readonly batches: ImportBatchRepository,
    private readonly upload: ImportUpload,
    private readonly batchId: string,
    private readonly chosen: Organisation | null,
    private readonly ofDocument: PrintedUnit,
  ) {}

  get units(): readonly PlacedUnit[] {
    return [...this.byPlace.values()];
  }

  /** The unit of the document, also where no project asks for it. */
  ownUnit(manager: EntityManager): Promise<PlacedUnit> {
    return this.place(manager, this.ofDocument);
  }

  /** @param printed what the project itself prints; where that is nothing, the document's unit counts */
  async place(manager: EntityManager, { code, name }: PrintedUnit): Promise<PlacedUnit> {
    const printed = code === null && name === null ? this.ofDocument : { code, name };
    const key = JSON.stringify([printed.code, printed.name]);
    const present = this.byPrinted.get(key);
    if (present !== undefined) return present;
    const isOfDocument = printed.code === this.ofDocument.code && printed.name === this.ofDocument.name;
    const { upload, chosen } = this;
    const resolved = await this.resolve.run(upload.reach, upload, chosen, printed, isOfDocument);
    const placed = await this.store(manager, resolved);
    this.byPrinted.set(key, placed);
    return placed;
  }

  private async store(manager: EntityManager, resolved: ResolvedUnit): Promise<PlacedUnit> {
    const { organisationId, code, name, state, assumed, printed, refusal } = resolved;
    const place = JSON.stringify([organisationId ?? code, state, refusal]);
    const present = this.byPlace.get(place);
    if (present !== undefined) return present;
    const row: ImportUnit = {
      id: newId(),
      batchId: this.batchId,
      organisationId,
      code,
      name,
      state,
      assumed,
      printed: printed?.slice(0, PRINTED_LIMIT) ?? null,
      goalsBefore: null,
    };
    await this.batches.insertUnit(manager, row);
    const placed = { row, refusal };
    this.byPlace.set(place, placed);
    return placed;
  }
}

@Injectable()
export class PlaceUnits {
  constructor(
    private readonly resolve: ResolveUnit,
    private readonly batches: ImportBatchRepository,
  ) {}

  async begin(upload: ImportUpload, batchId: string, ofDocument: PrintedUnit): Promise<UnitPlacement> {
    const chosen = await this.resolve.chosen(upload.reach, upload);
    return new UnitPlacement(this.resolve, this.batches, upload, batchId, chosen, ofDocument);
  }
}
