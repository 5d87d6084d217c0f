import type { RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { miscomputed } from '../../monitoring/index.js';
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

/** R49: every light of the snapshot is what its inputs in the snapshot give. */
function recomputed(
  sealed: SealedProject,
  rulePack: RulePack | null,
  place: Pick<SealFinding, 'seq' | 'version' | 'part'>,
): readonly SealFinding[] {
  const { id, code, name } = sealed.project;
  const fields = fieldsAtFault(sealed, rulePack);
  return fields.length === 0
    ? []
    : [finding('seal-light-miscomputed', { ...place, project: { id, code, name }, fields })];
}

function fieldsAtFault(sealed: SealedProject, rulePack: RulePack | null): readonly string[] {
  if (rulePack === null) return ['rulePack'];
  try {
    return miscomputed(rowsOf(sealed), rulePack);
  } catch {
    // Whoever wrote into the snapshot may have left anything in it.
    return ['inputs'];
  }
}
