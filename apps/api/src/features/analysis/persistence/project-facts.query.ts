import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import type { TransferLevel } from '../../targets/index.js';
import type { FundsOfProject, ProjectFacts } from '../application/project-to-analyse.js';

interface Row {
  readonly projectId: string;
  readonly transferLevel: TransferLevel | null;
  readonly fiscalFen: number | string | null;
  readonly otherFen: number | string | null;
  readonly submittedAt: string | null;
}

interface AdjustmentRow {
  readonly projectId: string;
  readonly fundSource: keyof FundsOfProject['adjustments'];
  readonly fen: number | string;
}

const FACTS = `
  select l.project_id as projectId, p.transfer_level as transferLevel, v.fiscal_funds_fen as fiscalFen,
    v.other_funds_fen as otherFen, r.submitted_at as submittedAt
  from project_light l
  join project p on p.id = l.project_id
  join target_version v on v.project_id = l.project_id and v.version = l.target_version
  left join project_report r on r.round_id = l.round_id and r.project_id = l.project_id
  where l.round_id = ? and l.project_id in`;

const ADJUSTMENTS = `
  select project_id as projectId, fund_source as fundSource,
    sum(case when kind = 'addition' then amount_fen else -amount_fen end) as fen
  from budget_adjustment where effective_on <= ? and project_id in`;

/** What stands in the rows of some hundred projects besides their lights, by project. */
@Injectable()
export class ProjectFactsQuery {
  /** @param lastDay of the round, up to which adjustments count (R6) */
  async run(
    manager: EntityManager,
    roundId: string,
    lastDay: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, ProjectFacts>> {
    if (projectIds.length === 0) return new Map();
    const ids = `(${placeholders(projectIds.length)})`;
    const rows = await manager.query<Row[]>(`${FACTS} ${ids}`, [roundId, ...projectIds]);
    const adjusted = await manager.query<AdjustmentRow[]>(`${ADJUSTMENTS} ${ids} group by project_id, fund_source`, [
      lastDay,
      ...projectIds,
    ]);
    const adjustments = new Map<string, Record<AdjustmentRow['fundSource'], number>>();
    for (const { projectId, fundSource, fen } of adjusted) {
      const own = adjustments.get(projectId) ?? { fiscal: 0, carriedOver: 0, other: 0 };
      adjustments.set(projectId, { ...own, [fundSource]: Number(fen) });
    }
    return new Map(
      rows.map(({ projectId, transferLevel, fiscalFen, otherFen, submittedAt }) => [
        projectId,
        {
          transferLevel,
          submittedAt,
          funds: {
            fiscalFen: numberOf(fiscalFen),
            otherFen: numberOf(otherFen),
            adjustments: adjustments.get(projectId) ?? { fiscal: 0, carriedOver: 0, other: 0 },
          },
        },
      ]),
    );
  }
}

/** Money comes as text from MySQL. */
const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));
