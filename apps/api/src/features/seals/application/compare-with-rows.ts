import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LightRepository, type LightRows } from '../../monitoring/index.js';
import type { MonitoringRound } from '../../reporting/index.js';
import { FiscalYearRepository } from '../../targets/index.js';
import type { RoundSeal } from '../persistence/round-seal.entity.js';
import { SealedProjectsQuery } from '../persistence/sealed-projects.query.js';
import { differingPaths, plain } from './differing-paths.js';
import { finding, type SealFinding } from './seal-finding.js';
import { sealedIndicators, sealedLight, type SealedProject, type SealedRound } from './snapshot.js';

type Place = Pick<SealFinding, 'seq' | 'version' | 'part'>;

/** Projects per set of statements. */
const CHUNK = 200;

/** Compares the rows that the program shows with the latest seal of their round. */
@Injectable()
export class CompareWithRows {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lights: LightRepository,
    private readonly years: FiscalYearRepository,
    private readonly identities: SealedProjectsQuery,
  ) {}

  /** The round and its rule pack. */
  async round(sealed: SealedRound, round: MonitoringRound, place: Place): Promise<readonly SealFinding[]> {
    const present = Object.fromEntries(
      Object.keys(sealed.round).map((field) => [field, round[field as keyof MonitoringRound]]),
    );
    const fields = differingPaths(plain(sealed.round), plain(present));
    const rulePack = await this.years.rulePack(this.uow.reader, round.rulePackRef);
    const rules = differingPaths(plain(sealed.rulePack), plain(rulePack));
    return [
      ...(fields.length === 0 ? [] : [finding('seal-round-changed', { ...place, fields })]),
      ...(rules.length === 0 ? [] : [finding('seal-rules-changed', { ...place, fields: rules })]),
    ];
  }

  /** The lights of the projects of one part. */
  async projects(roundId: string, sealed: readonly SealedProject[], place: Place): Promise<readonly SealFinding[]> {
    const findings: SealFinding[] = [];
    for (let start = 0; start < sealed.length; start += CHUNK) {
      const some = sealed.slice(start, start + CHUNK);
      const ids = some.map(({ project }) => project.id);
      const stored = await this.lights.ofProjects(this.uow.reader, roundId, ids);
      for (const each of some) findings.push(...changed(each, stored.get(each.project.id), place));
    }
    return findings;
  }

  /** Lights of projects that are in no part. */
  async added(roundId: string, sealed: ReadonlySet<string>, seal: RoundSeal): Promise<readonly SealFinding[]> {
    const ids = await this.lights.projectIds(this.uow.reader, roundId);
    const added = ids.filter((id) => !sealed.has(id));
    const findings: SealFinding[] = [];
    for (let start = 0; start < added.length; start += CHUNK) {
      const identities = await this.identities.run(this.uow.reader, added.slice(start, start + CHUNK));
      for (const { id, code, name } of identities.values()) {
        const place = { seq: seal.seq, version: seal.version, project: { id, code, name } };
        findings.push(finding('seal-light-added', place));
      }
    }
    return findings;
  }
}

function changed(sealed: SealedProject, stored: LightRows | undefined, place: Place): readonly SealFinding[] {
  const { id, code, name } = sealed.project;
  const project = { id, code, name };
  if (stored === undefined) return [finding('seal-light-missing', { ...place, project })];
  const fields = [
    ...differingPaths(plain(sealed.light), plain(sealedLight(stored.project))),
    ...changedIndicators(sealed, stored),
  ];
  return fields.length === 0 ? [] : [finding('seal-light-changed', { ...place, project, fields })];
}

function changedIndicators({ indicators }: SealedProject, stored: LightRows): readonly string[] {
  const present = new Map(sealedIndicators(stored.indicators).map((each) => [each.lineageId, each]));
  const differing = indicators.flatMap((each) => {
    const paths = differingPaths(plain(each), plain(present.get(each.lineageId) ?? null));
    present.delete(each.lineageId);
    return paths.map((path) => [each.inputs.target.name, path].filter((text) => text !== '').join(': '));
  });
  return [...differing, ...[...present.values()].map(({ inputs }) => inputs.target.name)];
}
