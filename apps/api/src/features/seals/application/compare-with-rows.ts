import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { plain } from '../../../platform/runtime/plain.js';
import { LightRepository, type LightRows } from '../../monitoring/index.js';
import { NOTHING_REPORTED, reportDocument, type MonitoringRound } from '../../reporting/index.js';
import { FiscalYearRepository } from '../../targets/index.js';
import type { RoundSeal } from '../persistence/round-seal.entity.js';
import { SealedProjectsQuery } from '../persistence/sealed-projects.query.js';
import { canonical } from './canonical.js';
import { differingPaths } from './differing-paths.js';
import { finding, type SealFinding } from './seal-finding.js';
import { SealedReports, type SealedReport } from './sealed-reports.js';
import { sealedLight, type SealedProject, type SealedRound } from './snapshot.js';

type Place = Pick<SealFinding, 'seq' | 'version' | 'part'>;

/** Projects per set of statements: small enough that nobody waits for long while the embedded database answers. */
const CHUNK = 50;

/** Compares the rows that the program shows with the latest seal of their round. */
@Injectable()
export class CompareWithRows {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lights: LightRepository,
    private readonly reports: SealedReports,
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

  /**
   * The lights, reports and evidence of the projects of one part.
   * @param onChunk awaited after each set of statements
   */
  async projects(
    roundId: string,
    sealed: readonly SealedProject[],
    place: Place,
    onChunk: () => Promise<void>,
  ): Promise<readonly SealFinding[]> {
    const findings: SealFinding[] = [];
    for (let start = 0; start < sealed.length; start += CHUNK) {
      const some = sealed.slice(start, start + CHUNK);
      const ids = some.map(({ project }) => project.id);
      const stored = await this.lights.ofProjects(this.uow.reader, roundId, ids);
      const reported = await this.reports.of(this.uow.reader, roundId, ids);
      for (const each of some) {
        const { id } = each.project;
        findings.push(...changed(each, stored.get(id), place), ...changedReport(each, reported(id), place));
      }
      await onChunk();
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

/** State and version of a report go on after the sealing: its content does not. */
function changedReport(sealed: SealedProject, present: SealedReport, place: Place): readonly SealFinding[] {
  const { id, code, name } = sealed.project;
  const at = { ...place, project: { id, code, name } };
  const fields = differingPaths(plain(contentOf(sealed.report)), plain(contentOf(present.report)));
  const files = sealed.evidence === undefined ? [] : changedFiles(sealed.evidence, present.evidence);
  return [
    ...(fields.length === 0 ? [] : [finding('seal-report-changed', { ...at, fields })]),
    ...(files.length === 0 ? [] : [finding('seal-evidence-changed', { ...at, fields: files })]),
  ];
}

/** A reopening that came to nothing leaves an empty draft where there was no report. */
function contentOf(report: SealedProject['report']): object | null {
  if (report === null) return null;
  const { status: _status, version: _version, ...content } = report;
  return canonical(content) === BLANK ? null : content;
}
const BLANK = canonical(reportDocument(NOTHING_REPORTED));

/** Names of the files that were removed, added or replaced. */
function changedFiles(sealed: SealedReport['evidence'], present: SealedReport['evidence']): readonly string[] {
  const [was, is] = [new Set(sealed.map(canonical)), new Set(present.map(canonical))];
  const differing = [
    ...sealed.filter((each) => !is.has(canonical(each))),
    ...present.filter((each) => !was.has(canonical(each))),
  ];
  return [...new Set(differing.map(({ file }) => file))];
}

function changedIndicators({ indicators }: SealedProject, stored: LightRows): readonly string[] {
  const present = new Map(stored.indicators.map((each) => [each.lineageId, each]));
  const differing = indicators.flatMap((each) => {
    const paths = differingPaths(plain(each), plain(present.get(each.lineageId) ?? null));
    present.delete(each.lineageId);
    return paths.map((path) => [each.inputs.target.name, path].filter((text) => text !== '').join(': '));
  });
  return [...differing, ...[...present.values()].map(({ inputs }) => inputs.target.name)];
}
