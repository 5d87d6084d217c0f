import type { Problem } from '@jixiao/domain';
import type { Locale, MessageCatalogue } from '../../../platform/http/message-catalogue.js';
import type { TakenDelivery } from '../application/delivery-types.js';
import type { TreasuryFiguresResult, TreasuryResult } from './treasury.dto.js';

/** What came of a program's delivery. */
export function figuresView(taken: TakenDelivery, catalogue: MessageCatalogue, locale: Locale): TreasuryFiguresResult {
  const { deliveryId, counts, figures, jobIds } = taken;
  return {
    deliveryId,
    counts: { ...counts },
    figures,
    rows: taken.rows.map(({ row: { code, month }, outcome, problem, warnings }) => ({
      code,
      month,
      outcome,
      problem: problem && { code: problem.code, message: catalogue.sentence(problem, locale) },
      warnings: warnings.map((warning) => warning.code),
    })),
    jobIds: [...jobIds],
  };
}

/** What came of a file, with its remarks in the reader's language. */
export function takenView(
  taken: TakenDelivery,
  catalogue: MessageCatalogue,
  locale: Locale,
  ignoredColumns: readonly string[] = [],
): TreasuryResult {
  const remark = (problem: Problem) => ({ code: problem.code, message: catalogue.sentence(problem, locale) });
  const { delivery, deliveryId, counts, figures, jobIds } = taken;
  return {
    deliveryId,
    year: delivery.year,
    basis: delivery.basis,
    coverage: delivery.coverage,
    counts: { ...counts },
    figures,
    rows: taken.rows.map(({ row, projectId, projectName, outcome, problem, warnings, before, after }) => ({
      at: row.at,
      code: row.code,
      month: row.month,
      projectId,
      projectName,
      outcome,
      problem: problem && remark(problem),
      warnings: warnings.map(remark),
      before,
      after,
    })),
    faults: delivery.faults.map(({ at, code, problem }) => ({ at, code, problem: remark(problem) })),
    ignoredColumns: [...ignoredColumns],
    jobIds: [...jobIds],
  };
}
