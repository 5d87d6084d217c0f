import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { plain } from '../../../platform/runtime/plain.js';
import { GoalResultRepository } from '../../department-goals/index.js';
import type { RoundSeal } from '../persistence/round-seal.entity.js';
import { differingPaths } from './differing-paths.js';
import { finding, type SealFinding } from './seal-finding.js';
import { sealedGoal, type SealedGoal } from './snapshot.js';

type Row = SealedGoal['departmentGoal'];

/** Compares the results of department goals that the program shows with the latest seal of their round. */
@Injectable()
export class CompareGoals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly results: GoalResultRepository,
  ) {}

  async run(
    roundId: string,
    sealed: readonly SealedGoal[],
    { seq, version }: RoundSeal,
  ): Promise<readonly SealFinding[]> {
    const rows = (await this.results.ofRound(this.uow.reader, roundId)).map((row) => sealedGoal(row).departmentGoal);
    const present = new Map(rows.map((row) => [placeOf(row), row]));
    const findings = sealed.flatMap(({ departmentGoal: was }) => {
      const is = present.get(placeOf(was));
      present.delete(placeOf(was));
      if (is === undefined) return [finding('seal-goal-missing', { seq, version, fields: [was.sentence] })];
      const fields = differingPaths(plain(was), plain(is)).map((path) => `${was.sentence}: ${path}`);
      return fields.length === 0 ? [] : [finding('seal-goal-changed', { seq, version, fields })];
    });
    const added = [...present.values()].map(({ sentence }) =>
      finding('seal-goal-added', { seq, version, fields: [sentence] }),
    );
    return [...findings, ...added];
  }
}

const placeOf = ({ organisationId, sentenceKey }: Row): string => `${organisationId} ${sentenceKey}`;
