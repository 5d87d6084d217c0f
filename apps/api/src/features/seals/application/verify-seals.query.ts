import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Pace } from '../../../platform/runtime/pace.js';
import { AuditChain } from '../../audit/index.js';
import { LightRepository, VerifyRoundQuery, type Verification } from '../../monitoring/index.js';
import { ReopeningRepository, RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import type { RoundSeal } from '../persistence/round-seal.entity.js';
import type { SealChain } from '../persistence/seal-chain.entity.js';
import { SealedProjectsQuery } from '../persistence/sealed-projects.query.js';
import { SealRepository } from '../persistence/seal.repository.js';
import { checkChain, checkTrail } from './check-chain.js';
import { CheckSnapshot } from './check-snapshot.js';
import { CompareGoals } from './compare-goals.js';
import { CompareWithRows } from './compare-with-rows.js';
import type { SealFinding } from './seal-finding.js';
import type { SealedGoal, SealedProject } from './snapshot.js';

/** Findings kept of one round: who changed everything need not be told every row. */
const MOST_FINDINGS = 200;
/** Seals whose entries are looked up at once. */
const CHUNK = 500;

export interface SealVerification extends Verification {
  readonly status: MonitoringRound['status'];
  readonly seals: readonly { readonly version: number; readonly hash: string; readonly intact: boolean }[];
  /** Projects that may be corrected at present; their lights are no difference until they are locked again. */
  readonly reopened: readonly Pick<SealedProject['project'], 'code' | 'name'>[];
  /** The first one found comes first: the seals from the oldest on, then what differs from the latest. */
  readonly findings: readonly SealFinding[];
}

export interface ChainVerification {
  readonly seals: number;
  readonly findings: readonly SealFinding[];
}

/**
 * Verifies rounds against their seals: the chain of seals, the parts of each snapshot, every light of a snapshot computed
 * again from its inputs (R49), and the stored lights against the latest seal. An open round has no seal, and its lights
 * are computed again from their own stored inputs.
 */
@Injectable()
export class VerifySealsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly reopenings: ReopeningRepository,
    private readonly seals: SealRepository,
    private readonly snapshots: CheckSnapshot,
    private readonly rows: CompareWithRows,
    private readonly goals: CompareGoals,
    private readonly identities: SealedProjectsQuery,
    private readonly stored: VerifyRoundQuery,
    private readonly lights: LightRepository,
    private readonly audit: AuditChain,
  ) {}

  /** Whether the seals of all rounds are one unbroken chain, and the audit trail is still the one that they name. */
  async chain(): Promise<ChainVerification> {
    const { reader } = this.uow;
    const { seals, end } = await this.wholeChain();
    const findings = [...checkChain(seals, end)];
    for (let start = 0; start < seals.length; start += CHUNK) {
      const chunk = seals.slice(start, start + CHUNK);
      const named = chunk.flatMap(({ auditSeq }) => auditSeq ?? []);
      findings.push(...checkTrail(chunk, await this.audit.hashesAt(reader, named)));
    }
    return { seals: seals.length, findings };
  }

  /** Read until both are of one moment: a seal that is added between the two readings would look like a broken chain. */
  private async wholeChain(): Promise<{ readonly seals: readonly RoundSeal[]; readonly end: SealChain | null }> {
    const { reader } = this.uow;
    for (let end = await this.seals.chain(reader); ;) {
      const seals = await this.seals.all(reader);
      const now = await this.seals.chain(reader);
      if (now?.seq === end?.seq) return { seals, end };
      end = now;
    }
  }

  /**
   * @param pace interrupts the work, which takes minutes for some thousand projects, and is told how far it is
   * @throws DomainError `round-not-found`
   */
  async round(year: number, month: number, pace = new Pace({})): Promise<SealVerification> {
    const { reader } = this.uow;
    const round = await this.rounds.require(reader, year, month);
    const seals = await this.seals.ofRound(reader, round.id);
    const onProject = await this.counted(round, seals, pace);
    const stored = await this.stored.run(year, month, onProject);
    const reopened = await this.reopenedProjects(round);
    const findings: SealFinding[] = [];
    const checked: SealVerification['seals'][number][] = [];
    let latest: readonly SealFinding[] = [];
    for (const seal of seals) {
      const own: SealFinding[] = [];
      const present = seal === seals.at(-1) ? { round, reopened, onChunk: () => pace.breathe() } : null;
      latest = await this.check(seal, own, present, onProject);
      findings.push(...own);
      checked.push({ version: seal.version, hash: seal.hash, intact: own.length === 0 });
    }
    return {
      ...stored,
      status: round.status,
      seals: checked,
      reopened: [...reopened.values()].map(({ code, name }) => ({ code, name })),
      findings: [...findings, ...latest].slice(0, MOST_FINDINGS),
    };
  }

  /** Every project is looked at as it is stored, and once more in each seal. @returns what to await after each of them */
  private async counted(
    { id }: MonitoringRound,
    seals: readonly RoundSeal[],
    pace: Pace,
  ): Promise<() => Promise<void>> {
    const stored = await this.lights.count(this.uow.reader, id);
    const total = seals.reduce((sum, { projects }) => sum + projects, stored);
    let done = 0;
    return () => {
      done += 1;
      pace.report(Math.min(done, total), total);
      return pace.breathe();
    };
  }

  /** Projects that may be corrected at present, by id. */
  private async reopenedProjects({ id }: MonitoringRound): Promise<ReadonlyMap<string, SealedProject['project']>> {
    const live = await this.reopenings.live(this.uow.reader, id);
    const projects = live.map(({ projectId }) => projectId);
    return projects.length === 0 ? new Map() : this.identities.run(this.uow.reader, projects);
  }

  /**
   * @param own is given what is wrong with the seal itself
   * @param present what to compare with the rows as they are now; null for a seal that another one has followed
   * @returns what differs from the rows as they are now
   */
  private async check(
    seal: RoundSeal,
    own: SealFinding[],
    present: Present | null,
    onProject: () => Promise<void>,
  ): Promise<readonly SealFinding[]> {
    const differing: SealFinding[] = [];
    const sealed = new Set<string>();
    const goals: SealedGoal[] = [];
    for await (const part of this.snapshots.run(seal, onProject)) {
      own.push(...part.findings);
      if (present === null) continue;
      const place = { seq: seal.seq, version: seal.version, part: part.ordinal };
      if (part.round !== null) differing.push(...(await this.rows.round(part.round, present.round, place)));
      for (const { project } of part.projects) sealed.add(project.id);
      goals.push(...part.goals);
      const compared = part.projects.filter(({ project }) => !present.reopened.has(project.id));
      differing.push(...(await this.rows.projects(present.round.id, compared, place, present.onChunk)));
    }
    if (present !== null) {
      differing.push(...(await this.rows.added(present.round.id, sealed, seal)));
      differing.push(...(await this.goals.run(present.round.id, goals, seal)));
    }
    return differing;
  }
}

interface Present {
  readonly round: MonitoringRound;
  readonly reopened: ReadonlyMap<string, unknown>;
  readonly onChunk: () => Promise<void>;
}
