import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ComparisonRepository } from '../persistence/comparison.repository.js';
import type { ImportProject } from '../persistence/import-project.entity.js';
import type { ImportUnit } from '../persistence/import-unit.entity.js';
import type { ImportUpload } from '../persistence/import-upload.entity.js';
import { planProject, stateOf, type PlannedProject } from './plan-project.js';
import type { StagedContent } from './staged-content.js';

export interface StagedPlan {
  readonly row: ImportProject;
  readonly unit: ImportUnit;
  readonly planned: PlannedProject;
}

/** Compares staged projects with what is stored now. */
@Injectable()
export class PlanStaged {
  constructor(private readonly comparison: ComparisonRepository) {}

  /**
   * @param rows projects with content, of which the units are in `units`
   * @param isTwice whether another project of the upload comes before this one under its name or code
   */
  async run(
    manager: EntityManager,
    { year, reach }: Pick<ImportUpload, 'year' | 'reach'>,
    rows: readonly ImportProject[],
    units: ReadonlyMap<string, ImportUnit>,
    isTwice: (content: StagedContent, unit: ImportUnit) => boolean,
  ): Promise<readonly StagedPlan[]> {
    const staged = rows.flatMap((row) => {
      const unit = units.get(row.unitId);
      return row.content === null || unit === undefined ? [] : [{ row, unit, content: row.content }];
    });
    const comparable = staged.map(({ unit, content: { code, name } }) => ({
      organisationId: unit.organisationId,
      code,
      name,
    }));
    const stored = await this.comparison.load(manager, year, comparable, reach.manages);
    return staged.map(({ row, unit, content }, index) => {
      const key = comparable[index] ?? { organisationId: null, code: null, name: '' };
      const planned = planProject(content, {
        stored: stored.of(key),
        isCodeElsewhere: stored.isCodeElsewhere(key),
        isHeldBack: (target) => stored.isHeldBack(target),
        isTwice: isTwice(content, unit),
        unitRefusal: unit.state === 'unknown' ? 'unit-unknown' : null,
      });
      return { row, unit, planned };
    });
  }
}

/** Whether a project would be saved as it was shown. */
export const isAsShown = ({ row, planned }: StagedPlan): boolean =>
  planned.outcome === row.outcome && stateOf(planned.stored) === row.storedState;
