import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { belowPaths } from '../../organisations/index.js';
import { VerificationSample } from './verification-sample.entity.js';
import { VerifiedResult } from './verified-result.entity.js';

/** A project of a round that may be drawn for verification. */
export interface CandidateRow {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly isKey: number | boolean;
}

/** What was verified in a round, and which projects were drawn for it. */
@Injectable()
export class VerificationRepository {
  /** The judged projects of a round below these paths; 人员类 projects are not verified. */
  async candidates(
    manager: EntityManager,
    roundId: string,
    paths: readonly string[],
  ): Promise<readonly CandidateRow[]> {
    const scope = belowPaths('o.path', paths);
    const sql = `
      select p.id as id, p.code as code, p.name as name, p.is_key as isKey, o.id as organisationId,
             o.name as organisationName
      from project_light l join project p on p.id = l.project_id join organisation o on o.id = p.organisation_id
      where l.round_id = ? and l.exempt = ? and ${scope.sql} order by o.path, p.name, p.id`;
    return manager.query<CandidateRow[]>(sql, [roundId, 0, ...scope.params]);
  }

  samples(manager: EntityManager, roundId: string): Promise<VerificationSample[]> {
    return manager.find(VerificationSample, { where: { roundId }, order: { id: 'DESC' } });
  }

  async insertSample(manager: EntityManager, sample: VerificationSample): Promise<void> {
    await manager.insert(VerificationSample, sample);
  }

  /** What stands of a round, by project; an earlier finding of the same thing is superseded and not among it. */
  async ofRound(manager: EntityManager, roundId: string): Promise<ReadonlyMap<string, readonly VerifiedResult[]>> {
    const found = new Map<string, VerifiedResult[]>();
    for (const row of await manager.find(VerifiedResult, {
      where: { roundId, supersededAt: IsNull() },
      order: { id: 'ASC' },
    })) {
      const own = found.get(row.projectId);
      if (own) own.push(row);
      else found.set(row.projectId, [row]);
    }
    return found;
  }

  ofProject(manager: EntityManager, roundId: string, projectId: string): Promise<VerifiedResult[]> {
    return manager.find(VerifiedResult, {
      where: { roundId, projectId, supersededAt: IsNull() },
      order: { id: 'ASC' },
    });
  }

  /** Stores a finding in place of the one of the same thing, which is kept as superseded. */
  async record(manager: EntityManager, row: VerifiedResult): Promise<void> {
    const { roundId, projectId } = row;
    const lineageId = row.lineageId ?? IsNull();
    await manager.update(
      VerifiedResult,
      { roundId, projectId, lineageId, supersededAt: IsNull() },
      { supersededAt: row.recordedAt },
    );
    await manager.insert(VerifiedResult, row);
  }

  /** Which of some hundred projects anything was verified of. */
  async verified(manager: EntityManager, projectIds: readonly string[]): Promise<readonly string[]> {
    const rows = await manager.find(VerifiedResult, {
      select: { id: true, projectId: true },
      where: { projectId: In([...projectIds]) },
    });
    return [...new Set(rows.map(({ projectId }) => projectId))];
  }
}
