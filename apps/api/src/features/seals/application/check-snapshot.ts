import { isDeepStrictEqual } from 'node:util';
import type { RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { plain } from '../../../platform/runtime/plain.js';
import { judgedInput, miscomputed } from '../../monitoring/index.js';
import { contentOfDocument, reopenedInput } from '../../reporting/index.js';
import type { RoundSeal } from '../persistence/round-seal.entity.js';
import { SealRepository } from '../persistence/seal.repository.js';
import { sha256, unpacked } from './canonical.js';
import { finding, type SealFinding } from './seal-finding.js';
import { contentHashOf } from './seal-hash.js';
import { rowsOf, type SealedProject, type SealedRound } from './snapshot.js';

/** What a part of a snapshot holds; which is told by its ordinal. */
export interface ReadPart {
  readonly ordinal: number;
  readonly round: SealedRound | null;
  readonly projects: readonly SealedProject[];
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
    let rulePack: RulePack | null = null;
    for (let ordinal = 0; ordinal < seal.parts; ordinal += 1) {
      const place = { seq: seal.seq, version: seal.version, part: ordinal };
      const part = await this.seals.part(this.uow.reader, seal.id, ordinal);
      hashes.push(part?.hash ?? '');
      if (part === null) {
        yield { ordinal, round: null, projects: [], findings: [finding('seal-part-missing', place)] };
        continue;
      }
      const text = await unpacked(part.content);
      const content = text === null ? null : parsed(text, ordinal);
      const isAsSealed = text !== null && sha256(text) === part.hash;
      rulePack ??= content?.round?.rulePack ?? null;
      const findings = isAsSealed ? [] : [finding('seal-part-changed', place)];
      for (const sealed of content?.projects ?? []) {
        findings.push(...recomputed(sealed, rulePack, place));
        await onProject();
      }
      yield { ordinal, round: content?.round ?? null, projects: content?.projects ?? [], findings };
    }
    if (contentHashOf(hashes) === seal.contentHash) return;
    const { seq, version } = seal;
    const findings = [finding('seal-content-changed', { seq, version })];
    yield { ordinal: seal.parts, round: null, projects: [], findings };
  }
}

/** @returns null where the text is no snapshot, which its hash tells as well */
function parsed(text: string, ordinal: number): Pick<ReadPart, 'round' | 'projects'> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (ordinal === 0) return { round: value as SealedRound, projects: [] };
    return Array.isArray(value) ? { round: null, projects: value as SealedProject[] } : null;
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
