import type { ImportBatchView } from '../http/uploads.dto.js';
import type { ImportBatch } from '../persistence/import-batch.entity.js';

type Counts = ImportBatchView['counts'];

export const countsOf = (batch: ImportBatch): Counts => ({
  new: batch.newProjects,
  changed: batch.changedProjects,
  unchanged: batch.unchangedProjects,
  missing: batch.missingProjects,
  refused: batch.refusedProjects,
  warnings: batch.warningCount,
  indicators: batch.indicators,
});

const NONE: Counts = { new: 0, changed: 0, unchanged: 0, missing: 0, refused: 0, warnings: 0, indicators: 0 };

export const sumOfCounts = (all: readonly Counts[]): Counts =>
  all.reduce(
    (left, right) => ({
      new: left.new + right.new,
      changed: left.changed + right.changed,
      unchanged: left.unchanged + right.unchanged,
      missing: left.missing + right.missing,
      refused: left.refused + right.refused,
      warnings: left.warnings + right.warnings,
      indicators: left.indicators + right.indicators,
    }),
    NONE,
  );
