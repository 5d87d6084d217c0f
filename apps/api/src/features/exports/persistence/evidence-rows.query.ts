import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';

/** A stored row with all its columns, as its slice keeps it. */
export type StoredRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** Entities by their class names, so that no slice has to open its rows to this one. */
type EntityName =
  | 'Alert'
  | 'AlertStep'
  | 'BudgetAdjustment'
  | 'BudgetMeasure'
  | 'FinalAccount'
  | 'FollowUpStep'
  | 'IndicatorResult'
  | 'ProjectReport'
  | 'Rectification'
  | 'RectificationFile'
  | 'ReportAttachment'
  | 'ReportedExpenditure'
  | 'ReportReopening'
  | 'ReportStep'
  | 'SelfEvaluation'
  | 'SelfEvaluationSeal'
  | 'SelfEvaluationStep'
  | 'Supervision'
  | 'TargetApproval'
  | 'TargetChange'
  | 'TargetVersion'
  | 'VerifiedResult';

/** Reads what is stored of a project, whole rows, for an auditor. */
@Injectable()
export class EvidenceRows {
  /** In the order in which they were made. */
  async of(
    manager: EntityManager,
    entity: EntityName,
    column: string,
    ids: readonly string[],
  ): Promise<readonly StoredRow[]> {
    if (ids.length === 0) return [];
    const where: FindOptionsWhere<ObjectLiteral> = { [column]: In([...ids]) };
    const rows = await manager.find<ObjectLiteral>(entity, { where });
    return (rows as StoredRow[]).map((row) => ({ ...row })).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
