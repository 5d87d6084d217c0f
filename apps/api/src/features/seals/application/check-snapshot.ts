import { isDeepStrictEqual } from 'node:util';
import type { RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { plain } from '../../../platform/runtime/plain.js';
import { isGoalMiscomputed } from '../../department-goals/index.js';
import { judgedInput, miscomputed } from '../../monitoring/index.js';
import { contentOfDocument, reopenedInput } from '../../reporting/index.js';
import type { RoundSeal } from '../persistence/round-seal.entity.js';
import { SealRepository } from '../persistence/seal.repository.js';
import { sha256, unpacked } from './canonical.js';
import { finding, type SealFinding } from './seal-finding.js';
import { contentHashOf } from './seal-hash.js';
import {
  isSealedGoal,
  isSealedProject,
  rowsOf,
  type SealedGoal,
  type SealedItem,
  type SealedProject,
  type SealedRound,
} from './snapshot.js';

/** What a part of a snapshot holds; which is told by its ordinal. */
export interface ReadPart {
  readonly ordinal: number;
  readonly round: SealedRound | null;
  readonly projects: readonly SealedProject[];
  readonly goals: readonly SealedGoal[];
  readonly findings: readonly SealFinding[];
}

/** Reads a seal's snapshot part by part and says of each what is wrong with it, without anything but the seal itself. */
@Injectable()
export class CheckSnapshot {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly seals: SealRepository,
  ) {}

  /** @param onProject awaited after each project of the snapshot */
  async *run(seal: RoundSeal, onProject: () => Promise<void>): AsyncGenerator<ReadPart> {
    const hashes: string[] = [];
    let head: SealedRound | null = null;
    for (let ordinal = 0; ordinal < seal.parts; ordinal += 1) {
      const place = { seq: seal.seq, version: seal.version, part: ordinal };
      const part = await this.seals.part(this.uow.reader, seal.id, ordinal);
      hashes.push(part?.hash ?? '');
      if (part === null) {
        yield { ...NOTHING, ordinal, findings: [finding('seal-part-missing', place)] };
        continue;
      }
      const text = await unpacked(part.content);
      const content = text === null ? null : parsed(text, ordinal);
      const isAsSealed = text !== null && sha256(text) === part.hash;
      head ??= content?.round ?? null;
      const findings = isAsSealed ? [] : [finding('seal-part-changed', place)];
      for (const sealed of content?.projects ?? []) {
        findings.push(...recomputed(sealed, head?.rulePack ?? null, place));
        await onProject();
      }
      findings.push(...recomputedGoals(content?.goals ?? [], head, place));
      yield { ...NOTHING, ...content, ordinal, findings };
    }
    if (contentHashOf(hashes) === seal.contentHash) return;
    const { seq, version } = seal;
    const findings = [finding('seal-content-changed', { seq, version })];
    yield { ...NOTHING, ordinal: seal.parts, findings };
  }
}

const NOTHING = { round: null, projects: [], goals: [] } as const;

/** @returns null where the text is no snapshot, which its hash tells as well */
function parsed(text: string, ordinal: number): Pick<ReadPart, 'round' | 'projects' | 'goals'> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (ordinal === 0) return { ...NOTHING, round: value as SealedRound };
    if (!Array.isArray(value)) return null;
    const items = value as SealedItem[];
    return { round: null, goals: items.filter(isSealedGoal), projects: items.filter(isSealedProject) };
  } catch {
    return null;
  }
}

/** R49: every light of the snapshot is what its inputs in the snapshot give, and these are what was reported and paid. */
function recomputed(
  sealed: SealedProject,
  rulePack: RulePack | null,
  place: Pick<SealFinding, 'seq' | 'version' | 'part'>,
): readonly SealFinding[] {
  const { id, code, name } = sealed.project;
  const at = { ...place, project: { id, code, name } };
  const fields = rulePack === null ? ['rulePack'] : readable(() => miscomputed(rowsOf(sealed), rulePack));
  if (rulePack === null || fields.length > 0) return [finding('seal-light-miscomputed', { ...at, fields })];
  const stale = readable(() => judgedBySomethingElse(sealed, rulePack));
  return stale.length === 0 ? [] : [finding('seal-light-stale', { ...at, fields: stale })];
}

/** The same for the department goals: their lights are what their inputs give by the sealed rules. */
function recomputedGoals(
  goals: readonly SealedGoal[],
  head: SealedRound | null,
  place: Pick<SealFinding, 'seq' | 'version' | 'part'>,
): readonly SealFinding[] {
  return goals.flatMap(({ departmentGoal: row }) => {
    const fields = readable(() =>
      head !== null && isGoalMiscomputed(row, head.round, head.rulePack) ? ['light'] : [],
    );
    return fields.length === 0 ? [] : [finding('seal-goal-miscomputed', { ...place, fields: [row.sentence] })];
  });
}

/** Whoever wrote into the snapshot may have left anything in it. */
function readable(fieldsAtFault: () => readonly string[]): readonly string[] {
  try {
    return fieldsAtFault();
  } catch {
    return ['inputs'];
  }
}

/** Where the inputs of the lights are not the report and the treasury's figures that are sealed with them. */
function judgedBySomethingElse(sealed: SealedProject, rulePack: RulePack): readonly string[] {
  const judged = judgedInput(rowsOf(sealed), rulePack);
  const report = sealed.report === null ? undefined : contentOfDocument(sealed.report);
  const input = reopenedInput(judged, report, sealed.treasury?.figures);
  const answers = judged.indicators.flatMap(({ answer, target }, place) =>
    isDeepStrictEqual(plain(answer), plain(input.indicators[place]?.answer)) ? [] : [target.name],
  );
  return judged.expenditureFen === input.expenditureFen ? answers : ['expenditureFen', ...answers];
}
